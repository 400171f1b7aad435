FROM node:20-slim AS build
WORKDIR /app
COPY . .
# `npm ci` also builds dist/, through the package's `dependencies` script.
RUN npm ci && npm prune --omit=dev --ignore-scripts

FROM node:20-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0
COPY --from=build /app/package.json /app/build.mjs /app/claimgraph.mjs ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/schema ./schema
COPY --from=build /app/seed ./seed
COPY --from=build /app/dist ./dist
# For the embedded database, where no NEO4J_URI is set.
RUN mkdir data && chown node:node data
USER node
EXPOSE 4000
CMD ["node", "dist/main.js"]
