import { z } from "zod";
import { codeSchema, idSchema, languages } from "../catalog/text.ts";
import { facets, traitNames } from "../catalog/words.ts";
import { paperStates, readyPoints } from "./session.ts";

/** Up to five codes: "2.000200+1.014062". */
const codesSchema = z.string().regex(/^\d\.\d{6}(\+\d\.\d{6}){0,4}$/);

/** The number of a page, from 0. */
const pageSchema = z.string().regex(/^\d{1,3}$/);

/**
 * What a button means, as words separated by colons: "paper:1.001193:birth-notice:have". Everything is in the id and nothing
 * in the place it was shown, so an old button still says what it said. Ids fit in Telegram's 64 bytes.
 */
const forms = {
  welcome: z.tuple([]),
  menu: z.tuple([]),
  help: z.tuple([]),
  list: z.tuple([]),
  back: z.tuple([]),
  none: z.tuple([]),
  status: z.tuple([]),
  fields: z.tuple([]),
  events: z.tuple([]),
  provinces: z.tuple([]),
  languages: z.tuple([]),
  forget: z.tuple([]),
  "forget-yes": z.tuple([]),
  event: z.tuple([idSchema]),
  /** A further page of the fields, or of one field's procedures. */
  "fields-from": z.tuple([pageSchema]),
  "field-from": z.tuple([z.string().regex(/^[a-z0-9-]{1,40}$/), pageSchema]),
  field: z.tuple([z.string().regex(/^[a-z0-9-]{1,40}$/)]),
  province: z.tuple([idSchema]),
  language: z.tuple([z.enum(languages)]),
  card: z.tuple([codeSchema]),
  /** The procedures that her answer about a trait left. */
  apart: z.tuple([z.enum(traitNames), codesSchema]),
  among: z.tuple([codesSchema]),
  facets: z.tuple([codeSchema]),
  facet: z.tuple([codeSchema, z.enum(facets)]),
  begin: z.tuple([codeSchema]),
  resume: z.tuple([codeSchema]),
  restart: z.tuple([codeSchema]),
  change: z.tuple([codeSchema]),
  question: z.tuple([codeSchema, idSchema]),
  answer: z.tuple([codeSchema, idSchema, idSchema]),
  paper: z.tuple([codeSchema, idSchema, z.enum([...paperStates, "what", "again"])]),
  yield: z.tuple([codeSchema, codeSchema]),
  summary: z.tuple([codeSchema]),
  ready: z.tuple([codeSchema, z.enum(readyPoints), z.enum(["ask", "yes", "no"])]),
  file: z.tuple([codeSchema]),
} as const;

type Forms = typeof forms;

/** The verbs of our buttons. */
export type ChoiceVerb = keyof Forms;

/** What a button says: its verb and the words that belong to it. */
export type Chosen = { [V in ChoiceVerb]: { verb: V; words: z.infer<Forms[V]> } }[ChoiceVerb];

/** The id of a button. */
export function choiceId<V extends ChoiceVerb>(verb: V, ...words: z.infer<Forms[V]>): string {
  return [verb, ...words].join(":");
}

/** Reads a button's id; undefined when it is none of ours. */
export function readChoice(id: string): Chosen | undefined {
  const [verb = "", ...words] = id.split(":");
  if (!Object.hasOwn(forms, verb)) return undefined;
  const read = forms[verb as ChoiceVerb].safeParse(words);
  return read.success ? ({ verb, words: read.data } as Chosen) : undefined;
}
