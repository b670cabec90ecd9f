using Ratchet.Benchmarks;
using Ratchet.Benchmarks.Parity;

// Ratchet.Benchmarks [case ...] [options], no case is all; or Ratchet.Benchmarks PARITY [options], the accuracy beside the peers'.
if (args is [var first, .. var rest] && first.Equals("PARITY", StringComparison.OrdinalIgnoreCase))
{
    if (ParityOptions.Parse(rest, out var parity) is { } wrong)
    {
        Console.Error.WriteLine(wrong);
        return 2;
    }

    return new ParityCommand(parity).Start();
}

if (args is [OwnProcess.Word, .. var one])
{
    return OwnProcess.Start(one);
}

if (RunnerOptions.Parse(args, out var options) is { } problem)
{
    Console.Error.WriteLine(problem);
    return 2;
}

return CaseRun.Start(options);
