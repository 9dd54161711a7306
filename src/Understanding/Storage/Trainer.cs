using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Understanding.Model;

namespace Suiying.Understanding.Storage;

/// <summary>Trains a model of a kind on decisions, measures it and keeps its file.</summary>
public sealed class Trainer(ICityRegistry registry, ModelFiles files, TimeProvider time)
{
    /// <param name="kind">Which.</param>
    /// <param name="decisions">Oldest first, at least one.</param>
    /// <param name="pace">With how many cores, and who hears how far it is.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Training> Train(ModelKind kind, IReadOnlyList<MatterDecision> decisions, TrainingPace pace, CancellationToken ct)
    {
        var (measures, file) = kind is ModelKind.Category ? await Category(decisions, pace, ct) : await Unit(decisions, pace, ct);
        return new Training
        {
            Rows = decisions.Count,
            From = decisions[0].At,
            Until = decisions[^1].At,
            Position = decisions[^1].Position,
            Synthetic = decisions.Any(d => d.Synthetic),
            File = file,
            Measures = measures,
        };
    }

    private async Task<(ModelMeasures, string)> Category(IReadOnlyList<MatterDecision> decisions, TrainingPace pace, CancellationToken ct)
    {
        var (model, measures) = ModelTraining.Category(registry.Current, decisions, time, pace, ct);
        return (measures, await files.Save(model, ct));
    }

    private async Task<(ModelMeasures, string)> Unit(IReadOnlyList<MatterDecision> decisions, TrainingPace pace, CancellationToken ct)
    {
        var (model, measures) = ModelTraining.Unit(registry.Current, decisions, time, pace, ct);
        return (measures, await files.Save(model, ct));
    }
}
