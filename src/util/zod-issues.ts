/** A zod issue put into words, and what the schema knows at a path. */
import type * as z from 'zod';
import type { Bound, YamlWords } from './yaml-words.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** An issue with its union taken apart: `path` from the root, `message` ready to show. */
export interface FlatIssue {
  readonly path: Path;
  readonly message: string;
  /** The keys that do not belong, one issue a key; `null` for any other fault. */
  readonly unknownKey: string | null;
}

/** The error map for `schema.safeParse(value, { error, reportInput: true })`. A schema's own messages go before it. */
export function wordIssue(words: YamlWords): z.core.$ZodErrorMap {
  return (issue) => {
    switch (issue.code) {
      case 'invalid_type':
        if (issue.input === undefined) return words.missing;
        return words.type(typeName(words, issue.expected), typeName(words, kindOf(issue.input)));
      case 'invalid_value':
        return words.oneOf(issue.values.map(String));
      case 'too_small':
        return words.tooSmall(boundOf(issue.origin, issue.minimum, issue.inclusive));
      case 'too_big':
        return words.tooBig(boundOf(issue.origin, issue.maximum, issue.inclusive));
      case 'not_multiple_of':
        return words.multipleOf(String(issue.divisor));
      case 'custom':
        if (issue.params?.blank === true) return words.blank;
        if (typeof issue.params?.unsafe === 'string') return words.unsafe(issue.params.unsafe);
        return typeof issue.params?.expected === 'string' ? words.expected(issue.params.expected) : words.invalid;
      default:
        return words.invalid;
    }
  };
}

/** The issues of a failed parse: unions reduced to the branch that was meant, unknown keys one by one. */
export function flattenIssues(issues: readonly Issue[], words: YamlWords, base: Path = []): FlatIssue[] {
  return issues.flatMap((issue): FlatIssue[] => {
    const path = [...base, ...issue.path];
    if (issue.code === 'invalid_union') return flattenUnion(issue.errors, words, path);
    if (issue.code === 'invalid_key') return flattenIssues(issue.issues, words, path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...path, key], message: '', unknownKey: key }));
    }
    return [{ path, message: issue.message, unknownKey: null }];
  });
}

/** A branch is meant when the value is of its type; of several, the one with the fewest faults. */
function flattenUnion(branches: readonly (readonly Issue[])[], words: YamlWords, path: Path): FlatIssue[] {
  const meant = branches.filter((branch) => !branch.some(isWrongType)).sort((a, b) => a.length - b.length)[0];
  if (meant !== undefined) return flattenIssues(meant, words, path);
  return [{ path, message: wordAlternatives(branches.flat(), words), unknownKey: null }];
}

/** 「应为文字或数字，现为列表」 where only types differ; else what each branch says. */
function wordAlternatives(issues: readonly Issue[], words: YamlWords): string {
  const types = issues.flatMap((issue) => (issue.code === 'invalid_type' ? [typeName(words, issue.expected)] : []));
  if (issues.length > 0 && types.length === issues.length) {
    return words.type([...new Set(types)].join(words.or), typeName(words, kindOf(issues[0]?.input)));
  }
  return [...new Set(issues.map((issue) => issue.message))].join('; ') || words.invalid;
}

function isWrongType(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
}

function boundOf(origin: string, limit: number | bigint, inclusive: boolean | undefined): Bound {
  const of = origin === 'string' ? 'text' : origin === 'array' || origin === 'set' ? 'list' : 'number';
  return { of, limit: String(limit), inclusive: inclusive ?? true };
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function typeName(words: YamlWords, type: string): string {
  return words.types[type] ?? type;
}

/** The keys that the schema knows for the object at `path`, in the order they were declared. */
export function knownKeys(schema: z.core.$ZodType, path: Path): string[] {
  let schemas = expand(schema);
  for (const segment of path) schemas = schemas.flatMap((one) => child(one, segment)).flatMap(expand);
  return [...new Set(schemas.flatMap((one) => Object.keys(shapeOf(one))))];
}

/** The schemas that a wrapper stands for: a union's branches, the inside of an optional, the input of a transform. */
function expand(schema: z.core.$ZodType): z.core.$ZodType[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
      return expand(def.innerType);
    case 'pipe':
      return expand(def.in);
    case 'lazy':
      return expand(def.getter());
    case 'union':
      return def.options.flatMap(expand);
    default:
      return [schema];
  }
}

function child(schema: z.core.$ZodType, segment: PropertyKey): z.core.$ZodType[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'array') return [def.element];
  if (def.type === 'record') return [def.valueType];
  const shape = shapeOf(schema);
  const found = Object.hasOwn(shape, segment) ? shape[String(segment)] : undefined;
  return found === undefined ? [] : [found];
}

function shapeOf(schema: z.core.$ZodType): z.core.$ZodShape {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'object' ? def.shape : {};
}
