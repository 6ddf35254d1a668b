/** The mark of a preview: its button begins again, as somebody new. */

import { beginAnew } from "./conversation.js";

const again = document.getElementById("again");

again?.addEventListener("click", () => {
  beginAnew();
  location.assign(again.dataset["start"] ?? "/");
});
