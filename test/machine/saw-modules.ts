import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";

/** With a TypeScript that it cannot use, dependency-cruiser sees no module and reports that all is well. */
const atLeast = 20;

const { output } = await cruise(["src"], await extractOptions("./.dependency-cruiser.mjs"), undefined, {
  tsConfig: extractTSConfig("tsconfig.json"),
});
const modules = (output as ICruiseResult).modules.filter(({ source }) => source.startsWith("src/"));
const imports = modules.flatMap(({ dependencies }) => dependencies);
console.log(`The import directions were read from ${modules.length} modules with ${imports.length} imports.`);
if (modules.length <= atLeast || imports.length <= atLeast) {
  console.error(`dependency-cruiser must see more than ${atLeast} modules and imports.`);
  process.exitCode = 1;
}
