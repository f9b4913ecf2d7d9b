// Draws the charts: each figure.chart holds the table of its figures, and the drawing is made from that table and nothing else.
const colours = ['#1453a3', '#9b1c1c', '#1a6b3c', '#8a4b00', '#5b3fa0', '#0f6f78', '#a3366b', '#566573', '#6b6b00', '#2e6da4', '#7a3b1d', '#3d5a1f'];
const most = 20;

function read(figure) {
  const table = figure.querySelector('table');
  const columns = [...table.tHead.rows[table.tHead.rows.length - 1].cells].filter(c => c.dataset.label).map(c => c.dataset.label);
  const rows = [...table.tBodies[0].rows].map(row => ({
    name: row.querySelector('[data-label]').dataset.label,
    // A missing figure is a gap, not a zero.
    values: [...row.querySelectorAll('[data-value]')].map(c => (c.dataset.value === '' ? null : Number(c.dataset.value))),
  }));
  return { columns, rows };
}

function options(figure) {
  const { columns, rows } = read(figure);
  const base = {
    animation: false, color: colours, aria: { enabled: false },
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, valueFormatter: v => (v == null ? '—' : `${v.toLocaleString('en')} ${figure.dataset.unit}`) },
    grid: { left: 8, right: 24, top: 24, bottom: 8, containLabel: true },
  };
  const named = { name: figure.dataset.unit, nameTextStyle: { align: 'left' } };
  if (figure.dataset.chart === 'years') {
    return {
      ...base, legend: { type: 'scroll', bottom: 0 }, grid: { ...base.grid, bottom: 40 },
      xAxis: { type: 'category', data: columns }, yAxis: { ...named, type: 'value', scale: figure.dataset.unit === '%' },
      series: rows.map(row => ({ name: row.name, type: columns.length > 2 ? 'line' : 'bar', data: row.values, symbolSize: 8, connectNulls: false })),
    };
  }
  if (figure.dataset.chart === 'columns') {
    return {
      ...base, xAxis: { type: 'category', data: rows.map(r => r.name), axisLabel: { hideOverlap: true } }, yAxis: { ...named, type: 'value' },
      series: [{ type: 'bar', data: rows.map(r => r.values[0]), barMaxWidth: 48 }],
    };
  }
  const shown = rows.filter(r => r.values[0] !== null).slice(0, most).reverse();
  return {
    ...base, xAxis: { type: 'value', name: figure.dataset.unit, nameLocation: 'end' }, yAxis: { type: 'category', data: shown.map(r => r.name), axisLabel: { width: 180, overflow: 'truncate' } },
    series: [{ type: 'bar', data: shown.map(r => r.values[0]), barMaxWidth: 22 }],
  };
}

for (const figure of document.querySelectorAll('figure.chart')) {
  // Where everything is missing the table says why; there is nothing to draw.
  if (read(figure).rows.every(row => row.values.every(value => value === null))) continue;
  const drawing = document.createElement('div');
  drawing.className = 'drawing';
  drawing.setAttribute('role', 'img');
  drawing.setAttribute('aria-label', figure.dataset.title);
  if (figure.dataset.chart === 'bars') drawing.classList.add(figure.querySelectorAll('tbody tr').length > 8 ? 'tall' : 'low');
  figure.prepend(drawing);
  const chart = window.echarts.init(drawing, null, { renderer: 'svg' });
  chart.setOption(options(figure));
  new ResizeObserver(() => chart.resize()).observe(drawing);
}
