// Lets a reader search and sort the agencies, and see how they stand to another obligation. Without scripts the table
// stays as it is.
(() => {
  "use strict";
  const table = document.querySelector("table.agencies");
  if (!table || !table.tBodies[0]) return;
  const fold = table.closest("details");
  if (fold && matchMedia("(min-width:40.01rem)").matches) fold.open = true;
  const body = table.tBodies[0];
  const inOrder = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const words = table.dataset;
  const NUMBERS_FROM = 2;

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  const text = (row, column) => row.cells[column].textContent.trim();

  // "1.234" and "87,5%" compare by their digits: a column has the same decimals throughout. Hidden numbers have none.
  const number = (row, column) => {
    const digits = text(row, column).match(/^[+−]?[\d.,]+/);
    return digits ? Number(digits[0].replace(/\D/g, "")) * (digits[0][0] === "−" ? -1 : 1) : null;
  };

  // What is hidden or not known comes last in either direction.
  const compare = (a, b, column, direction) => {
    if (column < NUMBERS_FROM) {
      return text(a, column).localeCompare(text(b, column), document.documentElement.lang) * direction;
    }
    const [x, y] = [number(a, column), number(b, column)];
    return x === null || y === null ? (x === null) - (y === null) : (x - y) * direction;
  };

  const search = make("input", { type: "search", id: "search", autocomplete: "off" });
  const order = make("select", { id: "order" }, make("option", { value: "" }, words.given));
  heads.forEach((head, column) => {
    // Agencies are not to be ranked by their rates.
    if (head.className === "unordered") return;
    const name = head.textContent.trim();
    // Counted from 1, so that each column has a sign for its direction.
    order.append(
      make("option", { value: column + 1 }, `${name} ↑`),
      make("option", { value: -column - 1 }, `${name} ↓`));
  });
  const message = make("p", { className: "found" });
  message.setAttribute("role", "status");

  const show = () => {
    const column = Math.abs(order.value) - 1;
    const direction = Math.sign(order.value);
    const rows = [...inOrder];
    if (direction) rows.sort((a, b) => compare(a, b, column, direction));
    heads.forEach((head, at) => {
      if (at === column) head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    });
    const sought = search.value.trim().toLocaleLowerCase();
    let found = 0;
    for (const row of rows) {
      row.hidden = !`${text(row, 0)} ${text(row, 1)}`.toLocaleLowerCase().includes(sought);
      found += row.hidden ? 0 : 1;
      body.append(row);
    }
    message.textContent = words.found.replace("#", found).replace("#", rows.length)
      + (shown.selectedIndex > 0 ? `. ${words.only}` : "");
  };

  // Each cell as it is told first, and after it as the other obligations would have it.
  const RATE = 2;
  const shown = make("select", { id: "shown" });
  [heads[RATE].textContent, ...words.labels.split("\n")].forEach((label, at) =>
    shown.append(make("option", { value: at }, label)));
  const told = inOrder.map((row) => {
    const cell = row.cells[RATE];
    const [rate, of] = [cell.querySelector("b"), cell.querySelector("small")];
    const first = `${rate.textContent}|${of.textContent}`;
    return { rate, of, bar: cell.querySelector("svg"), all: [first, ...cell.dataset.chosen.split("\n")] };
  });
  shown.addEventListener("change", () => {
    for (const { rate, of, bar, all } of told) {
      [rate.textContent, of.textContent] = all[shown.value].split("|");
      if (!bar) continue;
      const percent = /^[\d.,]+%$/.test(rate.textContent) ? rate.textContent.slice(0, -1).replace(",", ".") : "";
      bar.toggleAttribute("hidden", !percent);
      bar.querySelector("path").setAttribute("d", `M0 0h${percent || 0}v10H0z`);
    }
    const label = shown.options[shown.selectedIndex].textContent;
    heads[RATE].textContent = label;
    order.options[2 * RATE + 1].textContent = `${label} ↑`;
    order.options[2 * RATE + 2].textContent = `${label} ↓`;
    show();
  });
  search.addEventListener("input", show);
  order.addEventListener("change", show);
  table.before(
    make("div", { className: "tools" },
      make("label", { htmlFor: "search" }, words.search), search,
      make("label", { htmlFor: "order" }, words.order), order,
      make("label", { htmlFor: "shown" }, words.shown), shown),
    message);
  show();
})();
