for (const button of document.querySelectorAll("button.print")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// Two-sided printing. Browsers take « break-before: right » for any new page, so the blank backs are put in here, just
// before printing: each part is laid out in columns of the size of a page, and the browser itself says how many it fills.
const parts = document.querySelectorAll("body.duplex .sheet, body.duplex .key");

function setMedia(printing) {
  for (const rule of document.styleSheets[0].cssRules) {
    if (!rule.media) continue;
    rule.written ??= rule.media.mediaText;
    const forPrint = rule.written.includes("print");
    rule.media.mediaText = !printing ? rule.written : forPrint ? "all" : "not all";
  }
}

function countPages(part) {
  const { width, height } = document.body.dataset;
  const before = part.getAttribute("style");
  part.style.cssText = `width: ${width}mm; height: ${height}mm; columns: ${width}mm auto; column-fill: auto; column-gap: 0; margin: 0`;
  const pages = Math.round(part.scrollWidth / part.clientWidth);
  part.setAttribute("style", before);
  return pages;
}

addEventListener("beforeprint", () => {
  setMedia(true);
  const odd = [...parts].filter((part) => countPages(part) % 2);
  setMedia(false);
  for (const part of odd) {
    if (part === parts[parts.length - 1]) continue;
    part.after(Object.assign(document.createElement("div"), { className: "blank" }));
  }
});
addEventListener("afterprint", () => document.querySelectorAll(".blank").forEach((blank) => blank.remove()));
