using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ingest.Core.Model;

namespace Ingest.Core.Reports;

public static partial class PageSvg
{
    /// <summary>Room for the switches above the page, in points.</summary>
    private const int SwitchHeight = 18;

    private const string Style = """
        .paper { fill: #fff; stroke: #bbb }
        #images rect { fill: #e8e8f4; stroke: #99c; stroke-dasharray: 4 2 }
        #shades rect { fill-opacity: .5 }
        #rulings path { stroke: #357; fill: none; stroke-width: .5 }
        #cells rect { fill: #2a7; fill-opacity: .08; stroke: #2a7; stroke-width: .4 }
        #cells text { font: 3.2px sans-serif; fill: #283 }
        #cells .untrusted { fill: #f60; fill-opacity: .3 }
        #rivals rect { fill: none; stroke: #b0b; stroke-width: .7; stroke-dasharray: 3 2 }
        #header rect { fill: #46f; fill-opacity: .12; stroke: #46f; stroke-width: .4 }
        #captions rect { fill: #fc0; fill-opacity: .18 }
        #types .label { fill: #a70; fill-opacity: .12 }
        #types .value { fill: #07a; fill-opacity: .10 }
        #types text { font: bold 5px sans-serif; fill: #a06 }
        #glyphs text { font-family: 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif }
        #glyphs .bold { font-weight: bold }
        #glyphs .invisible { fill: #c4c; fill-opacity: .5 }
        #glyphs .untrusted { fill: #e60 }
        #anomalies rect { fill: #f00; fill-opacity: .10; stroke: #c00; stroke-width: 1.2 }
        #anomalies .note { fill: #08f; stroke: #06c; stroke-width: .6; stroke-dasharray: 3 2 }
        #anomalies text { font: 4px sans-serif; fill: #b00 }
        .switch { font: 8px sans-serif; fill: #333; cursor: pointer }
        .switch:focus { outline: 1px solid #06c }
        .off { display: none }
        @media print { .switch { display: none } }

        """;

    /// <summary>Switches by mouse, Enter and Space; without script every layer that is on stays visible.</summary>
    private const string Script = """
        for (const s of document.querySelectorAll('.switch')) {
          const layer = document.getElementById(s.dataset.layer);
          const turn = () => {
            const on = !layer.classList.toggle('off');
            s.setAttribute('aria-checked', on);
            s.firstChild.data = (on ? '☑ ' : '☐ ') + s.dataset.layer;
          };
          s.addEventListener('click', turn);
          s.addEventListener('keydown', e => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); turn(); } });
        }

        """;

    private static void Switches(StringBuilder svg, ImmutableArray<string> layers, ImmutableArray<string> on)
    {
        var x = 4;
        foreach (var name in layers)
        {
            var shown = on.Contains(name, StringComparer.Ordinal);
            svg.Append(CultureInfo.InvariantCulture,
                $"<text class=\"switch\" x=\"{x}\" y=\"-6\" tabindex=\"0\" role=\"checkbox\" aria-checked=\"{(shown ? "true" : "false")}\" data-layer=\"{name}\">{(shown ? "☑" : "☐")} {name}</text>\n");
            x += 22 + (name.Length * 4);
        }
    }

    private static void Rectangle(StringBuilder svg, Box box, string attributes, string title) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<rect x=\"{box.Left:0.#}\" y=\"{box.Top:0.#}\" width=\"{Math.Max(0, box.Width):0.#}\" height=\"{Math.Max(0, box.Height):0.#}\"{attributes}>{(title.Length > 0 ? $"<title>{Xml.Escape(title)}</title>" : "")}</rect>\n");
}
