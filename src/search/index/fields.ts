import { allNamesOf, nameOf, type Procedure } from "../../catalog/catalog.ts";

/** The parts of a procedure that are searched. */
export const fieldNames = ["name", "aliases", "field", "result", "papers", "conditions", "steps", "agency", "who"] as const;
export type FieldName = (typeof fieldNames)[number];

/** The texts of a procedure by part. Every text stands alone: no pair of words reaches from one into the next. */
export type Fields = Record<FieldName, string[]>;

/** How much a word counts in each part, and how much a long part dilutes it (0 not at all, 1 fully). */
export type FieldWeights = Record<FieldName, { weight: number; length: number }>;

/**
 * What a procedure is called says what it is for; what it touches (a paper, an office) is shared by many. Tuned together on
 * 975 portal questions over 8,381 codes and 380 citizens' questions over a province's 2,453, cross-validated by procedure:
 * beside the usual 3, 1, .8 and .4 for name, aliases, result and papers, .52 instead of .49 and .91 instead of .90 come
 * first, .84 instead of .80 and .99 stand in ten. Long texts only part equals: three times their weight costs .01. Aliases are diluted a
 * little: undiluted (.1), the eighty of a much asked procedure pull in what few ask for (−.003 first), fully they find it less itself.
 */
export const fieldWeights: FieldWeights = {
  name: { weight: 12, length: 0.9 },
  aliases: { weight: 4, length: 0.4 },
  field: { weight: 0.1, length: 0.8 },
  result: { weight: 0.1, length: 0.8 },
  papers: { weight: 0.1, length: 0.8 },
  conditions: { weight: 0.05, length: 0.8 },
  steps: { weight: 0.03, length: 0.8 },
  agency: { weight: 0.7, length: 0.8 },
  who: { weight: 0.03, length: 0.8 },
};

/** What a procedure is searched by. */
export function fieldsOf(procedure: Procedure): Fields {
  if (procedure.kind === "known") {
    const { name, field, result, agency } = procedure.known;
    const { otherNames = [], papers = [], conditions = "", steps = "", subjects = [] } = procedure.details ?? {};
    return {
      name: [name],
      aliases: [...otherNames, ...procedure.calledToo],
      field: present(field),
      result,
      papers,
      conditions: [conditions],
      steps: [steps],
      agency: present(agency),
      who: subjects,
    };
  }
  const { name, field, result, papers, place, who } = procedure.guided;
  return {
    name: present(name.vi, name.en),
    aliases: allNamesOf(procedure.guided).slice(present(name.vi, name.en).length),
    field: present(field?.vi, field?.en),
    result: (result ?? []).map(({ vi }) => vi),
    papers: papers.map((paper) => (paper.inFull ?? paper.name).vi),
    conditions: [],
    steps: [],
    agency: present(place?.vi),
    who: present(who?.vi),
  };
}

/** Everything a procedure is called, official name first: each is compared with the question as a whole. */
export function calledBy(procedure: Procedure): string[] {
  const official = nameWithoutOffice(procedure);
  if (procedure.kind === "known") return [official, ...(procedure.details?.otherNames ?? []).map(shortOfficial), ...procedure.calledToo];
  return [official, ...allNamesOf(procedure.guided).slice(1)];
}

/** The official name without "Thủ tục" and the office at its end. */
export function nameWithoutOffice(procedure: Procedure): string {
  return shortOfficial(nameOf(procedure).vi);
}

/** The words for "procedure" at the head of an official name. */
const head = /^\s*thủ tục\s*:?\s+/iu;
/** The office that handles it, as the lists write it behind the name: "(thực hiện tại cấp tỉnh)", "tại Công an cấp xã". */
const office =
  /\((?:[^()\s]+\s+){0,6}[^()\s]*(?:cấp|trung ương|tỉnh|xã|bộ|huyện)[^()]{0,30}\)|\s(?:thực hiện )?(?:tại|ở) (?:công an )?cấp (?:tỉnh|xã|huyện|trung ương|bộ)\s*\.?$/giu;

/**
 * An official name without what nobody says: "Thủ tục", and the office at its end. Compared so, .02 more of a province's
 * portal questions find theirs first (.69 → .71, in three .88 → .90); the whole name still stands in the other index.
 */
function shortOfficial(name: string): string {
  const short = name.normalize("NFC").replace(head, "").replace(office, " ").trim();
  return short.includes(" ") ? short : name;
}

/** The name of a procedure's field. */
export function fieldOf(procedure: Procedure): string | undefined {
  return procedure.kind === "guided" ? procedure.guided.field?.vi : procedure.known.field;
}

/** Online filings so far, the demand for a procedure; 0 where no list counts them. */
export function filingsOf({ known }: Procedure): number {
  return known?.filings ?? 0;
}

function present(...texts: (string | undefined)[]): string[] {
  return texts.filter((text) => text !== undefined);
}
