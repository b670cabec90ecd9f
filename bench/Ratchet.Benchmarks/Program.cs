using Ratchet.Benchmarks;

// Ratchet.Benchmarks [case ...] [options]; no case is all.
if (RunnerOptions.Parse(args, out var options) is { } problem)
{
    Console.Error.WriteLine(problem);
    return 2;
}

return CaseRun.Start(options);
