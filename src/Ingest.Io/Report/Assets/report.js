// Remembers the language, and filters the long lists. Everything can be read without it.
'use strict';

(() => {
  const zh = document.getElementById('language-zh');
  const en = document.getElementById('language-en');
  const options = document.querySelectorAll('option[data-en]');

  const remembered = () => {
    try { return localStorage.getItem('ingest-language'); } catch { return null; }
  };
  const remember = language => {
    try { localStorage.setItem('ingest-language', language); } catch { /* a browser that keeps nothing */ }
  };
  const speak = () => {
    for (const option of options) option.textContent = zh.checked ? option.dataset.zh : option.dataset.en;
  };

  ((remembered() ?? navigator.language).startsWith('zh') ? zh : en).checked = true;
  speak();
  for (const choice of [zh, en]) {
    choice.addEventListener('change', () => { remember(choice.value); speak(); });
  }

  // On a small screen a crop scrolls in its frame: the suspect place first.
  for (const frame of document.querySelectorAll('.frame')) {
    const mark = frame.querySelector('.suspect');
    if (mark && frame.scrollWidth > frame.clientWidth) {
      const [own, box] = [frame.getBoundingClientRect(), mark.getBoundingClientRect()];
      frame.scrollLeft += (box.left + box.right) / 2 - (own.left + own.right) / 2;
    }
  }

  // Folded details would be lost on paper.
  addEventListener('beforeprint', () => { for (const d of document.querySelectorAll('details')) d.open = true; });

  const form = document.querySelector('form.filters');
  if (!form) return;
  form.hidden = false;

  const list = form.dataset.list;
  const files = Number(form.dataset.files);
  const body = document.querySelector('#list tbody');
  const original = body.innerHTML;
  const parts = document.querySelectorAll('.parts');
  const output = form.querySelector('output');
  const more = document.getElementById('more');
  const step = 200;
  const cache = [];
  const waiting = new Map();
  let turn = 0;

  // A file of data calls this.
  window.ingestRows = (number, rows) => {
    cache[number] = rows;
    waiting.get(number)?.(rows);
  };

  const load = number => cache[number] ? Promise.resolve(cache[number]) : new Promise((done, failed) => {
    waiting.set(number, done);
    const script = document.createElement('script');
    script.src = `data/${list}-${number}.js`;
    script.onerror = failed;
    document.head.append(script);
  });

  const word = name => {
    const source = document.getElementById('words').content.querySelector(`[data-word="${CSS.escape(name)}"]`);
    const copy = document.createElement('span');
    if (source) copy.append(...source.cloneNode(true).childNodes); else copy.textContent = name.replace(/^[a-z]+-/, '');
    return copy;
  };

  const cell = (content, kind = 'td', number = false) => {
    const made = document.createElement(kind);
    if (kind === 'th') made.scope = 'row';
    if (number) made.className = 'n';
    made.append(content);
    return made;
  };

  const link = (address, text, tag) => {
    const inner = tag ? document.createElement(tag) : document.createTextNode(text);
    if (tag) inner.textContent = text;
    if (!address) return inner;
    const a = document.createElement('a');
    a.href = address;
    a.append(inner);
    return a;
  };

  // A long text is folded, as the writer of the report folds it.
  const folded = text => {
    if (text.length <= 60) return document.createTextNode(text);
    const details = document.createElement('details');
    const summary = document.createElement('summary');
    details.className = 'fold';
    summary.textContent = text.slice(0, 36) + '…';
    details.append(summary, text);
    return details;
  };

  const classed = (name, made) => { made.className = name; return made; };

  const about = (region, year, phase) => {
    const small = classed('about-row', document.createElement('small'));
    small.append([region, year].filter(Boolean).join(' ') + ' ');
    if (phase) small.append(word('phase-' + phase));
    return small;
  };

  const bodyCell = r => {
    const made = cell(r[4] || r[3]);
    made.append(about(r[13], r[5], r[14]));
    return made;
  };

  const ranks = { failed: 4, lost: 3, doubt: 2, note: 1, clean: 0 };
  const figure = text => { const n = parseFloat(text.replace(/[,%\s]/g, '')); return Number.isNaN(n) ? -Infinity : n; };
  const rank = text => ranks[text] ?? -1;

  // Columns of the data, and of the list: which field each shows and how it is compared. The order is that of the report's writer.
  const lists = {
    documents: {
      fields: { year: 4, phase: 5, state: 6, region: 12 },
      search: [1, 2, 3],
      columns: [[2], [3], [4, figure], [5], [6, rank], [7, figure], [8, figure], [9, figure], [10, figure], [11, figure], [1]],
      row: r => [
        cell(link(r[0], r[2] || r[1]), 'th'), cell(r[3]), cell(r[4], 'td', true), cell(word('phase-' + r[5])), cell(word('state-' + r[6])),
        cell(r[7], 'td', true), cell(r[8], 'td', true), cell(r[9], 'td', true), cell(r[10], 'td', true), cell(r[11], 'td', true), classed('file', cell(r[1]))],
    },
    anomalies: {
      fields: { severity: 1, code: 2, year: 5, kind: 6, region: 12 },
      search: [2, 3, 4, 8, 9, 10, 11],
      columns: [[1, rank], [2], [4], [6], [7, figure], [8], [9, figure], [10, figure], [15, figure], [3]],
      row: r => [
        cell(word('severity-' + r[1])), cell(link(r[0], r[2], 'code'), 'th'), bodyCell(r),
        cell(r[6] ? word('kind-' + r[6]) : ''), cell(r[7], 'td', true), cell(folded(r[8])), classed('v', cell(folded(r[9]))), classed('v', cell(folded(r[10]))),
        cell(r[15], 'td', true), classed('file', cell(r[3]))],
    },
  };
  const shape = lists[list];

  const wanted = () => {
    const values = Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim() !== ''));
    const words = (values.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const fields = Object.entries(shape.fields).filter(([name]) => values[name]);
    return {
      values,
      any: Object.keys(values).length > 0,
      fits: row => fields.every(([name, at]) => row[at] === values[name])
        && words.every(w => shape.search.some(at => row[at].toLowerCase().includes(w))),
    };
  };

  // Heads of columns sort: first the most, or A before Z; once more the other way round; then as it was.
  let order = null;
  const heads = [...document.querySelectorAll('#list thead th')];
  heads.forEach((head, at) => {
    const button = classed('sort', document.createElement('button'));
    const first = shape.columns[at][1] ? 'descending' : 'ascending';
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      order = order?.at !== at ? { at, way: first } : order.way === first ? { at, way: first === 'ascending' ? 'descending' : 'ascending' } : null;
      for (const other of heads) other.removeAttribute('aria-sort');
      if (order) head.setAttribute('aria-sort', order.way);
      filter();
    });
  });
  const sorted = rows => {
    if (!order) return rows;
    const [field, key = text => text] = shape.columns[order.at];
    const sign = order.way === 'ascending' ? 1 : -1;
    return rows.map(row => [key(row[field]), row])
      .sort(([a], [b]) => sign * (typeof a === 'number' ? a - b || 0 : a.localeCompare(b, 'zh'))).map(([, row]) => row);
  };

  const show = (...content) => output.replaceChildren(...content);

  const filter = async (most = step) => {
    const mine = ++turn;
    const want = wanted();
    const hash = new URLSearchParams(want.values).toString();
    history.replaceState(null, '', hash ? '#' + hash : location.pathname + location.search);
    const chosen = want.any || order !== null;
    for (const nav of parts) nav.hidden = chosen;
    more.parentElement.hidden = true;
    if (!chosen) {
      body.innerHTML = original;
      show();
      return;
    }

    show(word('searching'));
    const found = [];
    let number = 1;
    let left = false;
    for (; number <= files && (order || found.length <= most); number++) {
      const rows = await load(number);
      if (mine !== turn) return;
      for (const row of rows) if (want.fits(row)) found.push(row);
    }
    left = found.length > most || number <= files;
    const made = sorted(found).slice(0, most).map(row => {
      const tr = document.createElement('tr');
      tr.append(...shape.row(row));
      return tr;
    });
    body.replaceChildren(...made);
    show(...(made.length ? [`${made.length}${left ? '+' : ''} `, word('shown')] : [word('nothing')]));
    more.parentElement.hidden = !left;
    more.onclick = () => filter(most + step);
    form.dataset.done = String(mine);
  };

  const fromHash = () => {
    const values = new URLSearchParams(location.hash.slice(1));
    for (const field of form.elements) if (field.name) field.value = values.get(field.name) ?? '';
    filter();
  };

  form.addEventListener('submit', e => { e.preventDefault(); filter(); });
  form.addEventListener('input', () => filter());
  form.addEventListener('reset', () => setTimeout(() => filter()));
  addEventListener('hashchange', fromHash);
  if (location.hash.length > 1) fromHash();
})();
