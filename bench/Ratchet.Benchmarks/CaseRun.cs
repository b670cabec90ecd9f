using Ratchet.Benchmarks.Measurement;
using Ratchet.Benchmarks.Peers;
using Ratchet.Benchmarks.Reports;

namespace Ratchet.Benchmarks;

/// <summary>Runs cases one after the other, each followed by its peer, so that both are measured in the same minutes. Each case has a process of its own unless told otherwise.</summary>
internal static class CaseRun
{
    /// <summary>Runs, prints and keeps.</summary>
    /// <returns>The exit code.</returns>
    public static int Start(RunnerOptions options)
    {
        var arrays = PeerArrays.Locate();
        if (!arrays.Has("tab_X"))
        {
            Console.Error.WriteLine($"The input arrays are not in {arrays.Folder}. Make them once with the peers' generator: apt-get install -y python3-numpy python3-sklearn, "
                + "then /usr/bin/python3 gen_data.py in the folder of the peer scripts; RATCHET_PEERS_DATA names another folder to write to and read from.");
            return 1;
        }

        var machine = MachineFacts.Read(options.Date, options.Threads);
        if (!options.Json)
        {
            Console.WriteLine($"{machine.Processor}, {machine.Cores} cores; {options.Threads} threads; .NET {machine.Runtime}; load average {machine.LoadBefore:0.00}");
            Console.WriteLine(PeopleTable.Header());
        }

        var peers = new PeerRunner(options.Peers, options.PeerRuns, arrays);
        var outcomes = new List<CaseOutcome>();
        foreach (var next in options.Cases)
        {
            var outcome = new CaseOutcome(next, options.InProcess ? next.Run(new(arrays, options.Threads)) : OwnProcess.Run(next, options.Threads), next.Peer is { } peer ? peers.Measure(peer) : null);
            Console.WriteLine(options.Json ? JsonReport.Of(outcome) : PeopleTable.Row(outcome));
            outcomes.Add(outcome);
        }

        if (options.Results is { } folder)
        {
            foreach (var path in ResultsFolder.Write(folder, machine with { LoadAfter = MachineFacts.LoadAverage() }, outcomes))
            {
                Console.Error.WriteLine($"wrote {path}");
            }
        }

        return 0;
    }
}
