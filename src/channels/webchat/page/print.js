/** The print button of the checklist. */

document.getElementById("print")?.addEventListener("click", () => print());
