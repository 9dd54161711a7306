using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>What became of one of several requests; null where it was done.</summary>
public sealed record MatterResult(string Number, Refusal? Problem);

/// <summary>
/// Does one thing to several requests of a matter, each as its own step in its own transaction: what fails for one is told and holds up no
/// other, and a second try does what is left.
/// </summary>
public sealed class MatterWork(RequestsDb db, ICityRegistry registry, BulkWork work)
{
    public const int Most = BulkWork.Most;

    public async Task<Outcome<IReadOnlyList<MatterResult>>> Each<TUseCase>(
        string number,
        IReadOnlyCollection<string> numbers,
        Func<TUseCase, Target, Task<Outcome<Receipt>>> act,
        Actor by,
        CancellationToken ct
    )
        where TUseCase : notnull
    {
        if (BulkWork.Bound(numbers.Count) is { } unbound)
            return unbound;
        var request = await db.Requests.AsNoTracking().FirstOrDefaultAsync(r => r.Number == number, ct);
        // Whoever may not see it learns nothing of what else belongs to its matter.
        if (request is null || !RequestAccess.MaySee(by, request, registry.Current))
            return new NotFound();
        var matter = request.MatterId;
        var members = await db
            .Requests.AsNoTracking()
            .Where(r => r.MatterId != null && r.MatterId == matter && numbers.Contains(r.Number))
            .OrderBy(r => r.Serial)
            .Select(r => r.Number)
            .ToListAsync(ct);
        var results = numbers.Except(members).Select(n => new MatterResult(n, new NotInMatter())).ToList();
        results.AddRange(await work.Each([.. members.Select(m => new Target(m))], act));
        return results;
    }
}
