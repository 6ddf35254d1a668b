/** Where one question may end and the next begin. */
const seams = /[?;\n]+|(?<=\p{L})[.!]\s+|\s(?:và|va|với lại|voi lai|rồi|roi|còn|con|đồng thời|dong thoi|and|also|plus)\s|,/giu;

/** The parts of a line that may be two questions: at most two, split at one seam; empty when there is no seam with words on both sides. */
export function splitQuestion(line: string): [string, string][] {
  return [...line.matchAll(seams)].flatMap((seam): [string, string][] => {
    const before = line.slice(0, seam.index).trim();
    const after = line.slice(seam.index + seam[0].length).trim();
    const enough = (part: string): boolean => part.split(/\s+/).length >= 2;
    return enough(before) && enough(after) ? [[before, after]] : [];
  });
}
