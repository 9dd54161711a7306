using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// 短信链接评价: the link of the message stands for its person in this one question, until it is answered or its time is over. The page shows
/// nothing that the person wrote and nobody's data.
/// </summary>
public sealed class RateByLink(RequestsDb db, ICityRegistry registry, WrongTries tries, Scoped scoped, TimeProvider time)
{
    public sealed record Query
    {
        public required string Token { get; init; }

        /// <summary>Where the question comes from (a network address), so that guessing can be slowed.</summary>
        public string? From { get; init; }

        /// <summary>Null only looks; a look answers nothing, since programs follow links before people do.</summary>
        public CallbackAnswers? Answers { get; init; }

        /// <summary>The person wants it done again where it is not solved.</summary>
        public bool Again { get; init; } = true;
    }

    /// <summary>What the page shows; of a sealed or secret matter nothing, since whose phone it is may be known to others.</summary>
    public sealed record Shown(string Category, string UnitName, bool MayAgain, RequestState State);

    public async Task<Outcome<Shown>> Run(Query query, CancellationToken ct)
    {
        var from = $"from {query.From}";
        if (tries.TooMany(from))
            return new TooManyTries();
        var (token, now) = (query.Token.Trim(), time.GetUtcNow());
        var request = await db.Requests.AsNoTracking().FirstOrDefaultAsync(r => r.RateToken == token && token != "", ct);
        if (request is not { State: RequestState.CallbackPending, RateUntil: { } until } || until < now)
        {
            tries.Count(from);
            return new WrongLink();
        }
        var state = request.State;
        if (query.Answers is { } answers)
        {
            var person = Actor.Resident(request.PersonId ?? Guid.Empty);
            var given = await GiveAnswers.Give(scoped, request, new Target(request.Number), answers, null, query.Again, person, ct);
            if (!given.Ok(out var receipt, out var refusal))
                return refusal;
            state = receipt.State;
        }
        var city = registry.Current;
        return new Shown(
            request.Shielded ? "" : city.Categories.FullName(request.Category),
            request.Shielded ? "" : city.Units.NameOf(request.Unit),
            request.Offers(RequestAction.SecondHandling),
            state
        );
    }
}
