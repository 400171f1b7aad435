// @neo4j/graphql on the same data, behind the HTTP stack of the product: Fastify and Apollo Server.
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { Neo4jGraphQL } from '@neo4j/graphql';
import Fastify from 'fastify';
import { openDriver } from './driver.ts';

/** `newestClaims` is what its manual advises where its own filters are slow: Cypher by hand behind a field. */
const typeDefs = `
  type Actor @node(labels: ["Actor", "Node"]) {
    id: ID!
    name: String!
    newestClaims: [Claim!]! @cypher(
      statement: """
        MATCH (this)<-[:BY]-(:Attribution)-[:OF]->(c:Claim)
        WITH DISTINCT c ORDER BY c.lastSaid DESC, c.id LIMIT 20
        RETURN c
      """
      columnName: "c"
    )
  }

  type Organization @node {
    id: ID!
    name: String!
  }

  type Claim @node(labels: ["Claim", "Node"]) {
    id: ID!
    text: String!
    lastSaid: BigInt
    attributions: [Attribution!]! @relationship(type: "OF", direction: IN)
  }

  type Attribution @node {
    id: ID!
    stance: String!
    certainty: String!
    mode: String!
    saidAt: String
    saidDesc: BigInt
    actor: [Actor!]! @relationship(type: "BY", direction: OUT)
    document: [Document!]! @relationship(type: "APPEARS_IN", direction: OUT)
  }

  type Document @node {
    id: ID!
    title: String
    kind: String!
    language: String
    publisher: [Organization!]! @relationship(type: "PUBLISHED_BY", direction: OUT)
  }
`;

const driver = openDriver();
const library = new Neo4jGraphQL({ typeDefs, driver });
const apollo = new ApolloServer({
  schema: await library.getSchema(),
  plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled()],
  includeStacktraceInErrorResponses: false,
  persistedQueries: false,
});
await apollo.start();
const app = Fastify();
app.route({ method: ['GET', 'POST'], url: '/graphql', handler: fastifyApolloHandler(apollo) });
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
