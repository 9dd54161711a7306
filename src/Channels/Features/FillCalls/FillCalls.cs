using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Phone;
using Suiying.Channels.Storage;
using Suiying.Contracts.Registry;

namespace Suiying.Channels.Features;

/// <summary>
/// Fills a hotline without calls with those of the last weeks, so that a demo's wall and forecast have something to show, and connects an
/// exchange that <c>suiying exchange ring</c> can play. Does nothing where there is any exchange.
/// </summary>
public sealed class FillCalls(ChannelsDb db, ICityRegistry registry, ExchangeGate gate, TimeProvider time)
{
    public const string Exchange = "演示话务平台";

    private const int Days = 30;
    private const int OnWorkDays = 260;
    private const int OnRestDays = 150;

    public sealed record Command
    {
        public int Seed { get; init; } = 12345;
    }

    /// <param name="Calls">How many were made.</param>
    public sealed record Filled(int Calls);

    public async Task<Outcome<Filled>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        if (await db.Exchanges.AnyAsync(ct))
            return new Filled(0);
        var (city, now) = (registry.Current, time.GetUtcNow());
        var exchange = new PhoneExchange(Guid.CreateVersion7(now), Exchange, null, by, now);
        exchange.Keep(gate.Encrypt(SignedMessage.NewSecret()));
        db.Exchanges.Add(exchange);
        var (random, today) = (new Random(command.Seed), city.Calendar.DateOf(now));
        var calls = Enumerable
            .Range(0, Days + 1)
            .Select(back => today.AddDays(back - Days))
            .SelectMany(day =>
                SyntheticCalls.OfDay(
                    city.Calendar.StartOf(day),
                    city.Calendar.IsWorkDay(day) ? OnWorkDays : OnRestDays,
                    exchange.Id,
                    random
                )
            )
            // Today is not over yet, and nobody speaks at this moment.
            .Where(c => (c.WrappedAt ?? c.EndedAt) < now)
            .ToList();
        db.Calls.AddRange(calls);
        await db.SaveChangesAsync(ct);
        return new Filled(calls.Count);
    }
}
