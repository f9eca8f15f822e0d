// Lets a reader search and sort the agencies. Without scripts the table stays as it is.
(() => {
  "use strict";
  const table = document.querySelector("table.agencies");
  if (!table || !table.tBodies[0]) return;
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
    const digits = text(row, column).match(/^[\d.,]+/);
    return digits ? Number(digits[0].replace(/\D/g, "")) : null;
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
    const name = head.textContent.trim();
    // Counted from 1, so that each column has a sign for its direction.
    order.append(
      make("option", { value: column + 1 }, `${name} ↑`),
      make("option", { value: -column - 1 }, `${name} ↓`));
  });
  const found = make("p", { className: "found" });
  found.setAttribute("role", "status");

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
    let shown = 0;
    for (const row of rows) {
      row.hidden = !`${text(row, 0)} ${text(row, 1)}`.toLocaleLowerCase().includes(sought);
      shown += row.hidden ? 0 : 1;
      body.append(row);
    }
    found.textContent = words.found.replace("#", shown).replace("#", rows.length);
  };

  search.addEventListener("input", show);
  order.addEventListener("change", show);
  table.before(
    make("div", { className: "tools" },
      make("label", { htmlFor: "search" }, words.search), search,
      make("label", { htmlFor: "order" }, words.order), order),
    found);
  show();
})();
