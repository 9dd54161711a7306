namespace Suiying.Requests.Storage;

/// <summary>
/// Does one thing to several requests, each as its own step in its own transaction: what fails for one is told and holds up no other, and a
/// second try does what is left.
/// </summary>
public sealed class BulkWork(Scoped scoped)
{
    public const int Most = 200;

    /// <summary>Null where so many may be done at once.</summary>
    public static Refusal? Bound(int count) =>
        count is 0 or > Most ? Refusal.Invalid(new FieldProblem("numbers", $"请选择1至{Most}件。")) : null;

    public async Task<IReadOnlyList<MatterResult>> Each<TUseCase>(
        IReadOnlyCollection<Target> targets,
        Func<TUseCase, Target, Task<Outcome<Receipt>>> act
    )
        where TUseCase : notnull
    {
        var results = new List<MatterResult>();
        foreach (var target in targets)
        {
            var outcome = await scoped.Run<TUseCase, Outcome<Receipt>>(useCase => act(useCase, target));
            results.Add(new MatterResult(target.Number, outcome.Ok(out _, out var refusal) ? null : refusal));
        }
        return results;
    }
}
