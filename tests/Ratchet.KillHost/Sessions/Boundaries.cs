using System.Diagnostics;

namespace Ratchet.KillHost.Sessions;

/// <summary>Counts the write boundaries of a run and kills the process at one of them, as <c>kill -9</c> does: no handler, no finaliser, no flush runs any more.</summary>
/// <param name="killAt">The boundary's number, from 1; 0 is none.</param>
internal sealed class Boundaries(long killAt)
{
    public long Count { get; private set; }

    public void Reach(string step)
    {
        Count++;
        if (Count == killAt)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
