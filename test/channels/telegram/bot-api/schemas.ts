import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv, type ValidateFunction } from "ajv";
import { createGenerator } from "ts-json-schema-generator";
import ts from "typescript";

/** Checks against the Bot API's own types: a method's parameters (undefined for a method that does not exist), and an update. */
export type Schemas = { method(name: string): ValidateFunction | undefined; update: ValidateFunction };

type Made = { definitions: Record<string, { properties?: Record<string, unknown> } | undefined> };

const root = new URL("../../../../", import.meta.url).pathname;
const cache = `${root}node_modules/.cache/motcua`;
const require = createRequire(import.meta.url);

/** The schemas of the Bot API, made from the types of @grammyjs/types: a few seconds the first time, read from a cache afterwards, once in a process. */
export function botApiSchemas(): Schemas {
  schemas ??= compile();
  return schemas;
}

let schemas: Schemas | undefined;

function compile(): Schemas {
  const schema = readOrMake();
  const ajv = new Ajv({ strict: false, schemas: [{ ...schema, $id: "bot-api" }] });
  const at = (path: string): ValidateFunction => ajv.compile({ $ref: `bot-api#/definitions/${path}` });
  const known = schema.definitions["Methods"]?.properties ?? {};
  const compiled = new Map<string, ValidateFunction>();
  return {
    method(name) {
      if (!Object.hasOwn(known, name)) return undefined;
      const check = compiled.get(name) ?? at(`Methods/properties/${name}`);
      compiled.set(name, check);
      return check;
    },
    update: at("Update"),
  };
}

function readOrMake(): Made {
  const { version } = require("@grammyjs/types/package.json") as { version: string };
  const file = `${cache}/bot-api-${version}.json`;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Made;
  } catch {
    const schema = make();
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(schema));
    renameSync(`${file}.${process.pid}`, file); // another test file may be making it at the same time
    return schema;
  }
}

function make(): Made {
  mkdirSync(cache, { recursive: true });
  const path = `${cache}/bot-api-${process.pid}.ts`;
  writeFileSync(path, parametersAsTypes());
  const config = { path, tsconfig: `${root}tsconfig.json`, skipTypeCheck: true, additionalProperties: false };
  const generator = createGenerator(config);
  const [methods, update] = [generator.createSchema("Methods"), generator.createSchema("Update")];
  rmSync(path);
  return { definitions: { ...methods.definitions, ...update.definitions } as Made["definitions"] };
}

/** The methods are declared as functions, `sendMessage(args: {…}): Message`, which no schema can be made of: this writes an interface of their parameters. */
function parametersAsTypes(): string {
  const declared = readFileSync(require.resolve("@grammyjs/types/methods.d.ts"), "utf8");
  const text = declared.replaceAll("<F>", "").replaceAll('from "./', 'from "@grammyjs/types/'); // F, what a file is, becomes a string
  const source = ts.createSourceFile("methods.d.ts", text, ts.ScriptTarget.Latest, true);
  const methods = source.statements.filter(ts.isTypeAliasDeclaration).find(({ name }) => name.text === "ApiMethods");
  if (!methods || !ts.isTypeLiteralNode(methods.type)) throw new Error("@grammyjs/types does not declare ApiMethods as it used to");
  const members = methods.type.members.filter(ts.isMethodSignature).map((method) => `${method.name.getText()}: ${parameterOf(method)};`);
  return `${text}\ntype F = string;\nexport type { Update };\nexport interface Methods { ${members.join("\n")} }`;
}

function parameterOf(method: ts.MethodSignature): string {
  return method.parameters[0]?.type?.getText() ?? "{}";
}
