import { readContent } from "../../catalog/read-content.ts";
import { buildSearch } from "../../search/build-search.ts";
import { readLocales } from "../../wording/read-locales.ts";
import { tellProblems } from "../../wording/tell-problems.ts";
import { openWording } from "../../wording/wording.ts";
import type { Desk } from "../desk.ts";
import type { Guide } from "./talk.ts";

/** The whole guide over the content of the desk, for conversations that never leave this process; undefined after complaining about content that is not in order. */
export function openGuide({ folder, today, say, complain }: Desk): Guide | undefined {
  const { catalog, problems, version } = readContent(folder, undefined, today);
  for (const lines of tellProblems(say, folder, problems)) complain(lines);
  if (!catalog) return undefined;
  const wording = openWording(readLocales(new URL("../../../locales/", import.meta.url)));
  return { knowledge: { catalog, search: buildSearch(catalog), version }, wording };
}
