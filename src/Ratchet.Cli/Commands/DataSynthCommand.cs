using System.CommandLine;
using Ratchet.Cli.Rendering;
using Ratchet.Hosting.Composition;
using Ratchet.Storage.Columns;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet data synth</c>: the synthetic market into the store, marked as synthetic for ever.</summary>
internal static class DataSynthCommand
{
    public static Command Build(CommandContext context)
    {
        var common = new SharedOptions();
        var bars = new Option<string?>("--bars") { Description = "How many bars. Default 12000." };
        var coefficient = new Option<string?>("--ic") { Description = "Information coefficient to plant, -0.5 to 0.5; 0 is pure noise. Default 0.05." };
        var seed = new Option<string?>("--seed") { Description = "Seed of the market: equal options and seed give equal bars. Default 1." };
        var frame = new Option<string?>("--timeframe", "-i") { Description = "Length of a bar. Default 1h." };
        var command = new Command("synth", "Generate the synthetic market SYN/USD into the store.") { bars, coefficient, seed, frame };
        common.AddTo(command, market: false);
        command.SetAction(parsed =>
        {
            var configuration = common.Load(
                parsed,
                context,
                (bars, "synthetic.bars"),
                (coefficient, "synthetic.informationCoefficient"),
                (seed, "synthetic.seed"),
                (frame, "data.timeframe")).Value;
            var input = MarketInputs.Open(configuration with { Data = configuration.Data with { Pair = string.Empty, Timerange = string.Empty } });
            var manifest = new BarStore(configuration.Data.Root).Save(input.Bars, input.Source, synthetic: true);
            if (parsed.GetValue(common.Json))
            {
                context.Out.WriteLine(JsonText.Of(CatalogueView.Json(manifest)));
            }
            else
            {
                context.Out.WriteLine("SYNTHETIC DATA: made by a random generator; nothing learned from it says anything about a real market.");
                StoredText.Write(context.Out, manifest);
                context.Out.WriteLine($"  source    {manifest.Source}");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
