using Ratchet.Benchmarks;
using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Peers;

// Ratchet.Benchmarks [case ...] [--json] [--threads n] [--peers folder]; no case is all.
var json = false;
string? scripts = null;
var threads = Environment.ProcessorCount;
var wanted = new List<string>();
for (var i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--json":
            json = true;
            break;
        case "--threads" when i + 1 < args.Length && int.TryParse(args[i + 1], out threads) && threads >= 1:
            i++;
            break;
        case "--peers" when i + 1 < args.Length:
            scripts = Path.GetFullPath(args[++i]);
            break;
        case var id when CaseTable.All.Any(c => c.Id.Equals(id, StringComparison.OrdinalIgnoreCase)):
            wanted.Add(id);
            break;
        default:
            Console.Error.WriteLine($"'{args[i]}' is no case or option. Cases: {string.Join(' ', CaseTable.All.Select(c => c.Id))}. Options: --json, --threads n, --peers folder.");
            return 2;
    }
}

var arrays = PeerArrays.Locate();
if (!arrays.Has("tab_X"))
{
    Console.Error.WriteLine($"The input arrays are not in {arrays.Folder}. Make them once with the peers' generator: apt-get install -y python3-numpy python3-sklearn, "
        + "then /usr/bin/python3 gen_data.py in the folder of the peer scripts; RATCHET_PEERS_DATA names another folder to write to and read from.");
    return 1;
}

var peers = new PeerRunner(scripts, arrays);
var context = new BenchmarkContext(arrays, threads);
if (!json)
{
    Console.WriteLine($"{threads} threads, {Environment.ProcessorCount} processors, .NET {Environment.Version}");
    Console.WriteLine(CaseReport.Header());
}

foreach (var next in CaseTable.All.Where(c => wanted.Count == 0 || wanted.Contains(c.Id, StringComparer.OrdinalIgnoreCase)))
{
    var result = next.Run(context);
    var peerNow = next.Peer is { } peer ? peers.Measure(peer) : null;
    Console.WriteLine(json ? CaseReport.Json(next, result, peerNow) : CaseReport.Row(next, result, peerNow));
}

return 0;
