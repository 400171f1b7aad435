import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { GraphiQL, type GraphiQLProps, HISTORY_PLUGIN } from 'graphiql';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Question } from '../saved-questions.ts';
import 'graphiql/setup-workers/vite';
import './style.css';

const FIRST_QUESTION = `# Who has said the most?
query FirstQuestion {
  actors(orderBy: { by: ATTRIBUTION_COUNT, direction: DESC }, first: 5) {
    nodes {
      id
      name
    }
  }
}
`;

const fetchAnswer: GraphiQLProps['fetcher'] = async (question) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { accept: 'application/graphql-response+json, application/json', 'content-type': 'application/json' },
    body: JSON.stringify(question),
  }).catch(() => null);
  if (!response) return noAnswer('The server cannot be reached at the moment.');
  if (response.headers.get('content-type')?.includes('json')) return response.json();
  return noAnswer(`The server answered ${response.status} ${response.statusText} instead of data.`);
};

function noAnswer(why: string): ExecutionResult {
  return { errors: [new GraphQLError(why)] };
}

async function fetchQuestions(): Promise<readonly Question[] | null> {
  const response = await fetch('/playground/questions.json').catch(() => null);
  return response?.ok ? response.json() : null;
}

function variablesText({ variables }: Question): string {
  return Object.keys(variables).length === 0 ? '' : JSON.stringify(variables, null, 2);
}

function useEditors() {
  return useGraphiQL(({ queryEditor, variableEditor, responseEditor }) => ({
    query: queryEditor,
    variables: variableEditor,
    response: responseEditor,
  }));
}

/**
 * Puts a question in the editors: in this tab if nothing in it was written by hand, else in a new one. A question chosen
 * before the editors are there waits for them.
 */
function useChoose(questions: readonly Question[]): (question: Question) => void {
  const { addTab } = useGraphiQLActions();
  const { query, variables, response } = useEditors();
  const [chosen, choose] = useState<Question | null>(null);
  useEffect(() => {
    if (!chosen || !query || !variables) return;
    const present = { query: query.getValue(), variables: variables.getValue() };
    const saved = questions.some(
      (question) => question.query === present.query && variablesText(question) === present.variables,
    );
    if (!saved && present.query.trim() !== '' && present.query !== FIRST_QUESTION) addTab();
    query.setValue(chosen.query);
    variables.setValue(variablesText(chosen));
    response?.setValue('');
    choose(null);
  }, [chosen, query, variables, response, questions, addTab]);
  return choose;
}

function QuestionList({ questions }: { questions: readonly Question[] }) {
  const choose = useChoose(questions);
  const inEditor = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.query);
  return (
    <ul>
      {questions.map((question) => (
        <li key={question.name}>
          <button
            type="button"
            aria-current={question.query === inEditor ? 'true' : undefined}
            onClick={() => choose(question)}
          >
            {question.title}
          </button>
        </li>
      ))}
    </ul>
  );
}

function questionsPlugin(questions: readonly Question[] | null): GraphiQLPlugin {
  return {
    title: 'Questions',
    icon: () => (
      <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
        <path d="M2.5 3.5h15v10h-8l-4 4v-4h-3z" strokeLinejoin="round" />
        <path d="M6 7h8M6 10h5" strokeLinecap="round" />
      </svg>
    ),
    content: () => (
      <nav className="questions" aria-labelledby="questions-title">
        <h2 id="questions-title">Questions</h2>
        {questions?.length ? (
          <>
            <p>Choose one and run it with the ▶ button. Change it as you like.</p>
            <QuestionList questions={questions} />
          </>
        ) : (
          <p>{questions ? 'No questions are saved here yet.' : 'The saved questions could not be loaded.'}</p>
        )}
      </nav>
    ),
  };
}

/** GraphiQL opens a given tab with its query only; this adds the variables. */
function useVariablesOfFirstTab(): void {
  const { variables } = useEditors();
  const given = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.variables);
  useEffect(() => {
    if (given && variables?.getValue() === '') variables.setValue(given);
  }, [variables, given]);
}

/** Long lines wrap, an empty editor says what belongs there, and an answer below the window's edge comes into view. */
function EditorManners() {
  const editors = useEditors();
  useVariablesOfFirstTab();
  const answering = useGraphiQL(({ isFetching }) => isFetching);
  useEffect(() => {
    const manners = {
      wordWrap: 'on',
      wrappingIndent: 'indent',
      scrollbar: { alwaysConsumeMouseWheel: false },
    } as const;
    editors.query?.updateOptions({ ...manners, placeholder: 'Choose a question, or write one.' });
    editors.variables?.updateOptions({ ...manners, placeholder: 'Values for $names, if any.' });
    editors.response?.updateOptions({ ...manners, placeholder: 'The answer will appear here.' });
  }, [editors]);
  useEffect(() => {
    if (answering) editors.response?.getContainerDomNode().scrollIntoView({ block: 'nearest' });
  }, [answering, editors]);
  return null;
}

/** What the address asks for; `?query=` and `?variables=` make a link to a question. */
function fromAddress(): Pick<GraphiQLProps, 'initialQuery' | 'initialVariables'> {
  const address = new URLSearchParams(window.location.search);
  const initialQuery = address.get('query');
  return initialQuery === null ? {} : { initialQuery, initialVariables: address.get('variables') ?? '' };
}

async function start(container: HTMLElement): Promise<void> {
  const questions = await fetchQuestions();
  const first = questions?.[0];
  const firstTab = first ? { query: first.query, variables: variablesText(first) } : { query: FIRST_QUESTION };
  const address = fromAddress();
  createRoot(container).render(
    <GraphiQL
      fetcher={fetchAnswer}
      plugins={[questionsPlugin(questions), HISTORY_PLUGIN]}
      visiblePlugin="Questions"
      isHeadersEditorEnabled={false}
      showPersistHeadersSettings={false}
      defaultEditorToolsVisibility="variables"
      defaultTabs={address.initialQuery === undefined ? [firstTab] : undefined}
      {...address}
    >
      <GraphiQL.Logo>claimgraph</GraphiQL.Logo>
      <EditorManners />
    </GraphiQL>,
  );
}

const container = document.getElementById('playground');
if (container) void start(container);
