using Ratchet.Lifecycle.Experiments;
using Spectre.Console;

namespace Ratchet.Cli.Rendering;

/// <summary>A display that redraws itself in a terminal: one bar a bracket, the best so far, trials a minute, time left.</summary>
internal sealed class LiveProgress : IProgressDisplay
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(150);
    private readonly TimeProvider clock;
    private readonly IAnsiConsole console;
    private readonly long startedAt;
    private readonly Lock gate = new();
    private readonly ManualResetEventSlim ended = new();
    private readonly Thread drawer;
    private StudyProgress? latest;
    private long searchStartedAt;
    private int doneAtStart = -1;

    public LiveProgress(TextWriter writer, TimeProvider clock)
    {
        this.clock = clock;
        startedAt = clock.GetTimestamp();
        console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        drawer = new Thread(Draw) { IsBackground = true, Name = "ratchet-display" };
        drawer.Start();
    }

    public void Report(StudyProgress value)
    {
        lock (gate)
        {
            latest = value;
            if (value.Search is { } search && doneAtStart < 0)
            {
                doneAtStart = search.EvaluationsDone;
                searchStartedAt = clock.GetTimestamp();
            }
        }
    }

    public void Dispose()
    {
        ended.Set();
        drawer.Join();
        ended.Dispose();
    }

    private void Draw() =>
        console.Live(Picture()).AutoClear(true).Start(live =>
        {
            do
            {
                live.UpdateTarget(Picture());
                live.Refresh();
            }
            while (!ended.Wait(Refresh));
        });

    private Rows Picture()
    {
        StudyProgress? now;
        lock (gate)
        {
            now = latest;
        }

        var elapsed = clock.GetElapsedTime(startedAt);
        if (now is null)
        {
            return new Rows(new Markup($"[grey]{Time(elapsed)}[/] reading bars"));
        }

        var lines = new List<Spectre.Console.Rendering.IRenderable>
        {
            new Markup($"[grey]{Time(elapsed)}[/] [bold]{Markup.Escape(now.Stage)}[/] [grey](stage {Math.Max(1, now.Step)} of {now.Steps})[/]"),
        };
        if (now.Search is { } search)
        {
            var grid = new Grid().AddColumn().AddColumn().AddColumn();
            foreach (var bracket in search.Rungs.GroupBy(r => (r.Iteration, r.Bracket)))
            {
                var done = bracket.Sum(r => r.Done * Math.Max(1, r.Resource));
                var total = bracket.Sum(r => r.Total * Math.Max(1, r.Resource));
                var rungs = string.Join("  ", bracket.Select(r => $"{r.Done}/{r.Total}@{r.Resource:0.#}"));
                grid.AddRow(new Markup($"bracket {bracket.Key.Bracket}"), new Markup(Bar(total > 0 ? done / total : 0)), new Markup($"[grey]{rungs}[/]"));
            }

            lines.Add(grid);
            var best = search.BestTrial is { } trial ? $"best in-sample value [bold]{search.BestValue:0.0000}[/] (trial {trial})" : "no value yet";
            lines.Add(new Markup($"{best}   {search.TrialsFinished}/{search.TrialsTotal} trials   {now.TreesGrown:N0} trees   {Pace(search)}"));
        }

        return new Rows(lines);
    }

    private string Pace(Search.Schedulers.SearchProgress search)
    {
        var seconds = clock.GetElapsedTime(searchStartedAt).TotalSeconds;
        var evaluated = search.EvaluationsDone - doneAtStart;
        if (seconds < 1 || evaluated < 1)
        {
            return string.Empty;
        }

        var work = search.Rungs.Sum(r => r.Done * r.Resource);
        var all = search.Rungs.Sum(r => r.Total * r.Resource);
        var left = work > 0 ? TimeSpan.FromSeconds(seconds * (all - work) / work) : TimeSpan.Zero;
        return $"{evaluated * 60 / seconds:0} evaluations/min   about {Time(left)} left in the search";
    }

    private static string Bar(double share)
    {
        const int Width = 30;
        var filled = (int)Math.Round(Math.Clamp(share, 0, 1) * Width);
        return $"[green]{new string('━', filled)}[/][grey35]{new string('━', Width - filled)}[/] {share,4:P0}";
    }

    private static string Time(TimeSpan time) => time.TotalHours >= 1 ? $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}" : $"{time.Minutes}:{time.Seconds:00}";
}
