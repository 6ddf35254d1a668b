/** A text as part of a file's name: "Đăng ký, quản lý cư trú" → "dang-ky-quan-ly-cu-tru"; cut after a whole word when it is longer than `longest` characters. */
export function slugOf(text: string, longest = Number.POSITIVE_INFINITY): string {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== "");
  const fitting = words.reduce((slug, word) => (slug.length + 1 + word.length > longest ? slug : `${slug}-${word}`), "");
  return fitting.slice(1);
}
