// Draws the charts of a page with ECharts: each figure.chart holds the table of its figures, and the drawing is made from that table and nothing else. Where ECharts is
// missing, the table stays with the bars that the server drew.
const most = 20, fewEnoughToWrite = 6;
const symbols = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect', 'emptyTriangle', 'emptyDiamond'];
// What a chart takes of a sheet's width; drawn wider and made smaller its words could not be read.
const onPaper = 660, framedOnPaper = 450;
const drawn = new Map();

// A column or row is called what its data-label says; a figure has data-value, empty where it is missing: that is a gap, not a zero.
function read(figure) {
  const table = figure.querySelector('table');
  return {
    columns: [...table.tHead.querySelectorAll('[data-label]')].map(head => head.dataset.label),
    rows: [...table.tBodies[0].rows].map(row => ({
      name: row.querySelector('[data-label]').dataset.label,
      share: row.querySelector('[data-share]')?.textContent.trim(),
      cells: [...row.querySelectorAll('[data-value]')].map(cell => ({ value: cell.dataset.value === '' ? null : Number(cell.dataset.value), shown: (cell.querySelector('a, .why') ?? cell).textContent.trim() })),
    })),
  };
}

function options(figure, width) {
  const { columns, rows } = read(figure), { unit, chart: kind } = figure.dataset, style = getComputedStyle(figure), narrow = width < 520;
  const text = { fontFamily: style.fontFamily, color: style.getPropertyValue('--mz-ink').trim(), fontSize: 13 };
  const soft = { ...text, color: style.getPropertyValue('--mz-soft').trim() };
  const written = cell => cell.value === null ? cell.shown : unit === '%' ? cell.shown : `${cell.shown} ${unit}`;
  // Words of a chart are drawn, not put into the page as markup.
  const tooltip = formatter => ({ renderMode: 'richText', confine: true, formatter });
  const base = {
    animation: false, aria: { enabled: false }, textStyle: text,
    color: [...Array(12).keys()].map(i => style.getPropertyValue(`--mz-series-${i}`).trim()),
    grid: { left: 8, right: 20, top: 32, bottom: 8, containLabel: true },
  };
  const amounts = { type: 'value', name: unit, nameTextStyle: { ...soft, align: 'left' }, axisLabel: soft, splitLine: { lineStyle: { color: style.getPropertyValue('--mz-line').trim() } } };
  const alone = rows.map(row => ({ ...row, ...row.cells[0] }));
  if (kind === 'shares') {
    return {
      ...base, tooltip: tooltip(at => `${at.name}\n${written(alone[at.dataIndex])}（${alone[at.dataIndex].share}）`),
      // Where there is no room beside the ring its parts are named below it.
      legend: { show: narrow, bottom: 0, left: 'center', textStyle: text, formatter: name => `${name} ${alone.find(row => row.name === name).share}` },
      series: [{
        type: 'pie', radius: narrow ? ['30%', '56%'] : ['38%', '68%'], center: ['50%', narrow ? '36%' : '50%'], data: alone.map(({ name, value }) => ({ name, value })), itemStyle: { borderColor: '#fff', borderWidth: 2 },
        label: { ...text, show: !narrow, formatter: at => `${at.name}\n${alone[at.dataIndex].share}` }, labelLayout: { hideOverlap: true },
      }],
    };
  }
  if (kind === 'years') {
    const lines = columns.length > 2;
    return {
      ...base, grid: { ...base.grid, bottom: 40 }, legend: { type: 'scroll', bottom: 0, textStyle: text },
      tooltip: { ...tooltip(points => [points[0].name, ...points.map(p => `${p.seriesName}  ${written(rows[p.seriesIndex].cells[p.dataIndex])}`)].join('\n')), trigger: 'axis' },
      xAxis: { type: 'category', data: columns, axisLabel: text }, yAxis: { ...amounts, scale: unit === '%' && lines },
      series: rows.map((row, i) => ({ name: row.name, type: lines ? 'line' : 'bar', data: row.cells.map(c => c.value), symbol: symbols[i % symbols.length], symbolSize: 9, connectNulls: false, barMaxWidth: 64 })),
    };
  }
  const shown = kind === 'bars' ? alone.filter(row => row.value !== null).slice(0, most).reverse() : alone;
  const names = { type: 'category', data: shown.map(row => row.name), axisTick: { show: false } };
  const bars = { type: 'bar', data: shown.map(row => row.value), barMaxWidth: kind === 'bars' ? 22 : 64, label: { ...text, show: kind === 'bars' || shown.length <= fewEnoughToWrite, formatter: at => shown[at.dataIndex].shown } };
  const pointed = tooltip(at => `${at.name}\n${written(shown[at.dataIndex])}`);
  if (kind === 'columns') {
    return { ...base, tooltip: pointed, xAxis: { ...names, axisLabel: { ...text, interval: shown.length > fewEnoughToWrite ? 'auto' : 0, width: narrow ? 110 : 220, overflow: 'break' } }, yAxis: amounts, series: [{ ...bars, label: { ...bars.label, position: 'top' } }] };
  }
  return {
    ...base, grid: { ...base.grid, top: 8, right: 84 }, tooltip: pointed, xAxis: { ...amounts, name: '', axisLabel: { ...soft, hideOverlap: true }, splitNumber: narrow ? 2 : 5 }, yAxis: { ...names, axisLabel: { ...text, width: narrow ? 110 : 240, overflow: narrow ? 'break' : 'truncate' } },
    series: [{ ...bars, label: { ...bars.label, position: 'right' } }],
  };
}

function draw(figure) {
  const { rows } = read(figure);
  // Where everything is missing the table says why; there is nothing to draw.
  if (rows.every(row => row.cells.every(cell => cell.value === null))) return;
  const place = document.createElement('div');
  place.className = 'drawing';
  place.setAttribute('role', 'img');
  place.setAttribute('aria-label', figure.dataset.title);
  if (figure.dataset.chart === 'bars') place.style.height = `${3 + 1.9 * Math.min(rows.length, most)}rem`;
  figure.querySelector('svg')?.remove();
  figure.prepend(place);
  const chart = globalThis.echarts.init(place, null, { renderer: 'svg' });
  let width = 0;
  const fit = (wanted, own) => {
    if (wanted === width) return;
    width = wanted;
    chart.resize({ width: own });
    chart.setOption(options(figure, width), true);
    place.querySelector('svg')?.setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
  };
  const paper = figure.classList.contains('framed') ? framedOnPaper : onPaper;
  new ResizeObserver(() => fit(place.clientWidth, 'auto')).observe(place);
  drawn.set(chart, { paper: () => fit(paper, paper), screen: () => fit(place.clientWidth, 'auto') });
}

function drawAll() {
  for (const chart of drawn.keys()) {
    if (chart.getDom().isConnected) continue;
    chart.dispose();
    drawn.delete(chart);
  }

  for (const figure of document.querySelectorAll('figure.chart:not(:has(> .drawing))')) draw(figure);
}

if (globalThis.echarts) {
  drawAll();
  // What was swapped in has charts of its own.
  document.addEventListener('htmx:after:swap', drawAll);
  addEventListener('beforeprint', () => drawn.values().forEach(chart => chart.paper()));
  addEventListener('afterprint', () => drawn.values().forEach(chart => chart.screen()));
}
