import { createInstance, type TFunction } from "i18next";
import type { Language } from "../catalog/text.ts";
import type { Locales } from "./read-locales.ts";

/** Opens sentences in every language; what a language lacks is said in Vietnamese. Nothing is escaped here: whoever draws them does. */
export function openSentences(locales: Locales): Record<Language, TFunction> {
  const i18n = createInstance({
    resources: { vi: { translation: locales.vi }, en: { translation: locales.en } },
    supportedLngs: ["vi", "en"],
    fallbackLng: "vi",
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  void i18n.init();
  return { vi: i18n.getFixedT("vi"), en: i18n.getFixedT("en") };
}
