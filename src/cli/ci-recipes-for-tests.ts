/** What a platform would run of a recipe: its shell steps, in order. Used by tests only. */
import { parse } from 'yaml';

export interface Step {
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
}

type Words = Readonly<Record<string, string>>;

interface GithubStep {
  readonly id?: string;
  readonly name?: string;
  readonly run?: string;
  readonly env?: Words;
}

/** @param expressions what `${{ … }}` stands for, by what is written in it */
function githubSteps(steps: readonly GithubStep[], env: Words, expressions: Words): Step[] {
  const evaluate = (text: string) =>
    text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => expressions[expression] ?? '');
  return steps
    .filter(({ run }) => run !== undefined)
    .map((step) => ({
      script: evaluate(step.run ?? ''),
      env: Object.fromEntries(Object.entries({ ...env, ...step.env }).map(([name, value]) => [name, evaluate(value)])),
    }));
}

interface Workflow {
  readonly env: Words;
  readonly jobs: Readonly<Record<string, GithubJob>>;
}

interface GithubJob {
  readonly strategy?: { readonly matrix: { readonly shard: readonly number[] } };
  readonly steps: readonly GithubStep[];
}

/** Of all jobs, each as often as its matrix says. */
function workflowSteps(text: string): Step[] {
  const { env, jobs } = parse(text) as Workflow;
  return Object.values(jobs).flatMap(({ strategy, steps }) =>
    (strategy?.matrix.shard ?? ['']).flatMap((shard) => githubSteps(steps, env, { 'matrix.shard': String(shard) })),
  );
}

interface GitlabJob {
  readonly variables: Words;
  readonly before_script: readonly string[];
  readonly script: readonly string[];
}

interface GiteePipeline {
  readonly stages: readonly { readonly steps: readonly { readonly commands: readonly string[] }[] }[];
}

/** By the names of the files in `templates/ci`. */
export const RECIPES: Readonly<Record<string, (text: string) => Step[]>> = {
  'github.yml': workflowSteps,
  'github-shards.yml': workflowSteps,
  'gitlab.yml': (text) =>
    Object.values(parse(text) as Record<string, GitlabJob>).map(({ variables, before_script, script }) => ({
      script: [...before_script, ...script].join('\n'),
      env: variables,
    })),
  'gitee.yml': (text) =>
    (parse(text) as GiteePipeline).stages.flatMap(({ steps }) =>
      steps.map(({ commands }) => ({ script: commands.join('\n'), env: {} })),
    ),
  Jenkinsfile: (text) => {
    const settings = /environment \{(.*?)\n {2}\}/s.exec(text)?.[1] ?? '';
    const env = Object.fromEntries(
      [...settings.matchAll(/^\s*(\w+) = '(.*)'$/gm)].map(([, name, value]) => [name, value]),
    );
    const scripts = [...text.matchAll(/^\s*sh (?:'''(.*?)'''|'(.*?)')$/gms)];
    return scripts.map(([, long, short]) => ({ script: long ?? short ?? '', env }));
  },
};

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly GithubStep[] };
}

/** The steps of `action.yml` from the build on, with the inputs given and the rest by their defaults. */
export function actionSteps(text: string, inputs: Words, places: Words): Step[] {
  const action = parse(text) as Action;
  const given = Object.entries(action.inputs).map(([name, input]) => [`inputs.${name}`, inputs[name] ?? input.default]);
  const steps = action.runs.steps.filter(({ name }) => name !== 'Build sizheng');
  return githubSteps(steps, {}, { ...places, ...Object.fromEntries(given) });
}

/** The names that `action.yml` promises to say something under. */
export function actionOutputs(text: string): string[] {
  return Object.keys((parse(text) as Action).outputs);
}
