// Draws the charts of a page with ECharts from the tables behind them. Where it is missing, the bars from the server stay.
const colours = ["#1f5fa8", "#c8501e", "#2e8b57", "#8a4fa3", "#b8860b", "#5a6b7b", "#a83254", "#1b8a9a"];

if (globalThis.echarts) for (const figure of document.querySelectorAll("figure.chart")) draw(figure);

function draw(figure) {
  const points = [...figure.querySelectorAll("tbody tr")].map(row => ({ name: row.cells[0].textContent, value: Number(row.dataset.value), shown: row.cells[1].textContent, share: row.cells[2]?.textContent }));
  const svg = figure.querySelector("svg");
  if (!svg || points.length < 2) return;
  const shares = figure.dataset.chart === "shares";
  const place = document.createElement("div");
  place.className = "drawn";
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", svg.querySelector("title").textContent);
  svg.replaceWith(place);
  const chart = echarts.init(place);
  // Words of the chart are drawn, not put into the page as markup.
  const tooltip = { renderMode: "richText", formatter: at => `${points[at.dataIndex].name}\n${points[at.dataIndex].shown} ${figure.dataset.unit}${shares ? `（${points[at.dataIndex].share}）` : ""}` };
  const text = { fontFamily: getComputedStyle(document.body).fontFamily, color: "#1f2933", fontSize: 13 };
  const narrow = place.clientWidth < 480;
  chart.setOption(shares
    ? {
        color: colours, textStyle: text, tooltip, animation: false,
        series: [{ type: "pie", radius: narrow ? ["30%", "55%"] : ["38%", "68%"], data: points.map(p => ({ name: p.name, value: p.value })), itemStyle: { borderColor: "#fff", borderWidth: 2 }, label: { ...text, formatter: at => `${at.name}\n${points[at.dataIndex].share}` }, labelLayout: { hideOverlap: true } }],
      }
    : {
        color: colours, textStyle: text, tooltip, animation: false,
        grid: { left: 12, right: 12, top: 28, bottom: 8, containLabel: true },
        xAxis: { type: "category", data: points.map(p => p.name), axisLabel: { ...text, interval: 0, width: narrow ? 110 : 220, overflow: "break" }, axisTick: { show: false } },
        yAxis: { type: "value", axisLabel: { color: "#52606d" }, splitLine: { lineStyle: { color: "#e6eaee" } } },
        series: [{ type: "bar", data: points.map(p => p.value), barMaxWidth: 64, label: { show: true, position: "top", ...text, formatter: at => points[at.dataIndex].shown } }],
      });
  addEventListener("resize", () => chart.resize());
}
