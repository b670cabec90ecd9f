using Ratchet.Connectors.Binance.Download;

namespace Ratchet.Cli.Rendering;

/// <summary>How a download goes: one line that is written over in a terminal, else a line every few seconds.</summary>
internal sealed class DownloadProgressText(TextWriter writer, TimeProvider clock, bool isTerminal) : IProgress<DownloadProgress>
{
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan NextLine = TimeSpan.FromSeconds(5);
    private long toldAt;
    private bool hasTold;
    private bool isOpen;

    public void Report(DownloadProgress value)
    {
        var isEdge = !hasTold || value.Done == value.Total;
        if (!isEdge && clock.GetElapsedTime(toldAt) < (isTerminal ? Redraw : NextLine))
        {
            return;
        }

        hasTold = true;
        toldAt = clock.GetTimestamp();
        var share = value.Total == 0 ? 1 : (double)value.Done / value.Total;
        var rate = double.IsNaN(value.BarsPerSecond) || value.Done == 0 ? string.Empty : $", {value.BarsPerSecond:N0} bars/s";
        var left = value.TimeLeft is { } time && value.Done > 0 && value.Done < value.Total ? $", {Duration(time)} left" : string.Empty;
        var text = $"{value.Done:N0} of {PlainText.Count(value.Total, "bar")} ({PlainText.Percent(share)}){rate}{left}";
        if (isTerminal)
        {
            // Blanks clear what a longer line before has left.
            writer.Write($"\r{text,-78}");
            isOpen = true;
        }
        else
        {
            writer.WriteLine(text);
        }
    }

    /// <summary>Ends the line that was written over.</summary>
    public void End()
    {
        if (isOpen)
        {
            writer.WriteLine();
            isOpen = false;
        }
    }

    private static string Duration(TimeSpan time) => time.TotalHours >= 1 ? $"{(long)time.TotalHours} h {time.Minutes:00} min" : $"{time.Minutes}:{time.Seconds:00} min";
}
