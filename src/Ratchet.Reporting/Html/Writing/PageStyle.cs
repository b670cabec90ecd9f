using Ratchet.Reporting.Charts;

namespace Ratchet.Reporting.Html.Writing;

/// <summary>The style sheet of the page. A <c>data-theme</c> of "light" or "dark" on the root overrides the reader's preference.</summary>
internal static class PageStyle
{
    public static string Sheet { get; } = Variables() + Rules + ChartStyleSheet.Rules;

    private const string Rules = """

        *{box-sizing:border-box}
        html{background:var(--page);color:var(--ink);-webkit-text-size-adjust:100%;scroll-behavior:smooth}
        body{margin:0;font:15px/1.55 Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
        .wrap{max-width:1180px;margin:0 auto;padding:0 28px}
        .synthetic{background:repeating-linear-gradient(135deg,var(--warn-ground) 0 14px,transparent 14px 28px),var(--warn-ground);color:var(--warn);border-bottom:2px solid var(--warn);padding:14px 0}
        .synthetic strong{display:block;font-size:21px;letter-spacing:.09em;line-height:1.25}
        header.wrap{padding-top:44px;padding-bottom:8px}
        .eyebrow{color:var(--quiet);font-size:13px;margin:0 0 14px}
        .eyebrow b{color:var(--ink);font-weight:600}
        h1{font-size:38px;line-height:1.15;letter-spacing:-.022em;font-weight:650;margin:0 0 12px;text-wrap:balance}
        .lead{font-size:17px;max-width:46em;margin:0 0 14px;text-wrap:pretty}
        .tag{display:inline-block;font-size:12px;font-weight:600;border:1px solid currentColor;border-radius:99px;padding:1px 10px;white-space:nowrap}
        .tag.yes{color:var(--gain)}.tag.no{color:var(--loss)}
        ul.reasons{margin:0 0 14px;padding-left:1.2em;color:var(--quiet)}
        .warnings{border-left:3px solid var(--warn);background:var(--warn-ground);color:var(--warn);padding:12px 18px;margin:20px 0 0;border-radius:0 6px 6px 0}
        .warnings h2{font-size:15px;margin:0 0 4px;padding:0;border:0}.warnings ul{margin:0;padding-left:1.2em}
        nav{display:flex;flex-wrap:wrap;gap:4px 22px;padding:22px 0 0;font-size:14px}
        a{color:var(--gain);text-decoration:none}a:hover{text-decoration:underline}
        section{padding:52px 0 0}
        h2{font-size:24px;line-height:1.25;letter-spacing:-.012em;font-weight:640;margin:0 0 6px}
        h3{font-size:15px;font-weight:620;margin:0 0 10px}
        h2+h3{margin-top:20px}h3:has(+.note){margin-bottom:3px}
        .stage{font-size:13px;color:var(--quiet);font-weight:400;margin-left:8px}
        .note{color:var(--quiet);max-width:52em;margin:0 0 22px;font-size:14px;text-wrap:pretty}
        .once{display:inline-block;margin-right:.4em}
        .grid{display:grid;gap:28px 32px}
        .g4{grid-template-columns:repeat(4,minmax(0,1fr));gap:28px 24px}.g3{grid-template-columns:repeat(3,minmax(0,1fr))}.g2{grid-template-columns:repeat(2,minmax(0,1fr));gap:34px 40px}
        .grid>*{min-width:0}
        .metrics{gap:20px}
        figure{margin:0 0 28px;container-type:inline-size}
        .grid>figure{margin:0}
        figcaption{color:var(--quiet);font-size:13px;margin-top:8px;max-width:60em;text-wrap:pretty}
        .full .v-m,.full .v-n,.half .v-n{display:none}
        @container (max-width:820px){.full .v-w{display:none}.full .v-m{display:block}}
        @container (max-width:460px){.full .v-m,.half .v-m{display:none}.full .v-n,.half .v-n{display:block}}
        table{border-collapse:collapse;width:100%;font-size:14px}
        th{font-weight:500;text-align:left;color:var(--quiet);font-size:12.5px;vertical-align:bottom}
        th,td{padding:6px 0 6px 12px;border-bottom:1px solid var(--rule)}
        th:first-child,td:first-child{padding-left:0}
        tr:last-child>td,tr:last-child>th{border-bottom:0}
        thead tr:last-child>th{border-bottom:1px solid var(--rule)}
        .n{text-align:right;white-space:nowrap}
        .metric{background:var(--card);border-radius:10px;padding:16px 16px 8px;overflow-x:auto}
        .metric table{font-size:13.5px}.metric th,.metric td{padding-left:8px}.metric th:first-child{padding-left:0}
        .metric h3{margin:0 0 4px}
        .metric th small,.pairhead small{display:block;font-size:11px;line-height:1.3}
        .metric tbody td:first-child{line-height:1.3;padding-left:17px;text-indent:-17px}
        .metric .note{margin:10px 0 8px;font-size:13px}
        .metric tr.result td{font-weight:650}
        .metric thead th{padding-bottom:7px}
        .metric tr td.sealed{text-align:center;vertical-align:middle;color:var(--quiet);font-size:12.5px;font-weight:500;border-bottom:0;width:54px;padding:6px 0 6px 8px;background:repeating-linear-gradient(135deg,var(--rule) 0 1px,transparent 1px 7px) content-box}
        .sealed span{display:inline-block;background:var(--card);border-radius:4px;padding:1px 6px}
        .dot{display:inline-block;width:9px;height:9px;border-radius:50%;background:var(--k);margin-right:8px;vertical-align:.02em}
        .scroll{overflow-x:auto}
        .pair{display:grid;grid-template-columns:1fr 1fr;gap:10px}
        .pair span{text-align:right;white-space:nowrap}
        .pair span:first-child{color:var(--quiet)}
        .top td,.top th{vertical-align:top}
        .pair .none{color:var(--quiet);font-size:13px}
        .top .rank,.top .name{font-weight:620}
        .top th.n{padding-left:16px}.top td.n{padding-left:16px}
        .pairhead{text-align:right}.pairhead .pair{font-size:11px}
        .top .why{font-size:13px;color:var(--quiet);min-width:15em;padding-left:22px}
        .top .why p{margin:3px 0 0;line-height:1.4}
        details{border-bottom:1px solid var(--rule)}
        details:first-of-type{border-top:1px solid var(--rule)}
        summary{cursor:pointer;padding:9px 0;font-weight:560;font-size:14px}
        dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:5px 20px;margin:0 0 18px;font-size:14px}
        dl.cols{grid-template-columns:repeat(auto-fill,minmax(250px,1fr));gap:0 32px}
        dl.cols div{display:flex;justify-content:space-between;gap:16px;padding:4px 0;border-bottom:1px solid var(--rule)}
        dl.cols dd{text-align:right}
        dt{color:var(--quiet)}dd{margin:0;overflow-wrap:anywhere}
        code,pre{font:13px/1.5 ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
        pre{background:var(--card);border-radius:8px;padding:14px 16px;margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
        .months td,.months th{text-align:right;padding:4px 8px;font-size:13px;border-bottom:1px solid var(--page)}
        .months th:first-child{text-align:left;padding-left:0}
        .months tr:last-child>*{border-top:1px solid var(--rule);font-weight:620}
        .months td{background:color-mix(in srgb,var(--k,transparent) var(--a,0%),transparent)}
        .block{margin:0 0 28px}
        footer.wrap{color:var(--quiet);font-size:13px;padding-top:48px;padding-bottom:56px}
        @media (max-width:1060px){.g4{grid-template-columns:repeat(2,minmax(0,1fr))}.g3{grid-template-columns:repeat(2,minmax(0,1fr))}}
        @media (max-width:820px){
        .wrap{padding:0 16px}header.wrap{padding-top:28px}h1{font-size:29px}.lead{font-size:16px}section{padding-top:42px}h2{font-size:21px}
        .g2,.g3{grid-template-columns:minmax(0,1fr)}
        .top thead{display:none}.top,.top tbody,.top tr,.top td{display:block}
        .top tr{padding:12px 0;border-bottom:1px solid var(--rule)}.top tr:last-child{border-bottom:0}
        .top td,.top td.n,.top td.why{border:0;padding:2px 0;min-width:0}
        .top .rank,.top td.name{display:inline-block;font-size:15px;padding:0 10px 6px 0}
        .top td[data-label]{display:grid;grid-template-columns:7.5em minmax(0,1fr)}
        .top td[data-label]::before{content:attr(data-label);color:var(--quiet);text-align:left}
        .top .pairkey{display:grid}
        }
        @media (max-width:560px){.g4{grid-template-columns:minmax(0,1fr)}.metric{padding:14px 14px 6px}th,td{padding-left:9px}dl.facts{grid-template-columns:minmax(0,1fr);gap:0}dl.facts dd{margin-bottom:8px}}
        @media (min-width:821px){.top .pairkey{display:none}}
        @media print{
        body{font-size:11pt}.wrap{max-width:none;padding:0}nav{display:none}section{padding-top:26px}
        figure,.metric,tr,.block{break-inside:avoid}h2,h3{break-after:avoid}
        *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        }

        """;

    private static string Variables()
    {
        var light = ChartPalette.Light.Variables();
        var dark = ChartPalette.Dark.Variables();
        return $":root{{color-scheme:light;{light}}}"
            + $"@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{color-scheme:dark;{dark}}}}}"
            + $"@media screen{{:root[data-theme=dark]{{color-scheme:dark;{dark}}}}}";
    }
}
