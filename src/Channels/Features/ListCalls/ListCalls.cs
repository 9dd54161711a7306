using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Phone;
using Suiying.Channels.Storage;
using Suiying.Contracts.Channels;
using Suiying.Contracts.Registry;

namespace Suiying.Channels.Features;

/// <summary>Which calls are meant.</summary>
public enum CallsOf
{
    /// <summary>全部</summary>
    All,

    /// <summary>接通</summary>
    Answered,

    /// <summary>迟接: answered after the promised seconds.</summary>
    Late,

    /// <summary>放弃</summary>
    Abandoned,

    /// <summary>短时挂断</summary>
    Short,

    /// <summary>遇忙</summary>
    Busy,

    /// <summary>在等</summary>
    Waiting,
}

/// <summary>通话记录: the rows behind the wall's figures. Whose call it was, and who took it, is not in them.</summary>
public sealed class ListCalls(ChannelsDb db, ICityRegistry registry, TimeProvider time)
{
    public const int Size = 200;

    public sealed record Query
    {
        public CallsOf Of { get; init; }

        /// <summary>One day in the city's time; null means the last 24 hours.</summary>
        public DateOnly? Day { get; init; }

        /// <summary>So many are passed over, newest first.</summary>
        public int Skip { get; init; }

        /// <summary>1 to 100,000.</summary>
        public int Take { get; init; } = Size;
    }

    /// <param name="Calls">Newest first.</param>
    /// <param name="All">How many there are in all.</param>
    public sealed record Found(IReadOnlyList<CallRow> Calls, int All);

    public async Task<Outcome<Found>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.Supervisor, Role.Leader))
            return new NotAllowed();
        var (city, now) = (registry.Current, time.GetUtcNow());
        var (from, before) = query.Day is { } day
            ? (city.Calendar.StartOf(day), city.Calendar.StartOf(day.AddDays(1)))
            : (now - PhoneWall.Rolling, now.AddMilliseconds(1));
        var calls = await db
            .Calls.AsNoTracking()
            .Where(c => c.AskedAt >= from && c.AskedAt < before)
            .OrderByDescending(c => c.AskedAt)
            .ToListAsync(ct);
        var meant = calls.Where(c => Is(query.Of, c, city.Phone, now)).ToList();
        return new Found(
            [
                .. meant
                    .Skip(Math.Max(0, query.Skip))
                    .Take(Math.Clamp(query.Take, 1, 100_000))
                    .Select(c => new CallRow(c.Id, c.StateAt(now), c.Times, c.TransferredTo, c.Synthetic)),
            ],
            meant.Count
        );
    }

    private static bool Is(CallsOf of, PhoneCall call, PhoneService service, DateTimeOffset now)
    {
        var (times, soon) = (call.Times, TimeSpan.FromSeconds(service.ShortSeconds));
        var given = !times.Busy && times.AnsweredAt is null && times.EndedAt is not null;
        return of switch
        {
            CallsOf.Answered => times.AnsweredAt is not null,
            CallsOf.Late => times.AnsweredAt is not null && times.Wait > TimeSpan.FromSeconds(service.AnswerSeconds),
            CallsOf.Abandoned => given && times.Wait > soon,
            CallsOf.Short => given && times.Wait <= soon,
            CallsOf.Busy => times.Busy,
            CallsOf.Waiting => call.StateAt(now) is CallState.Waiting or CallState.Ringing,
            _ => true,
        };
    }
}

/// <summary>One call of the list.</summary>
public sealed record CallRow(Guid Id, CallState State, CallTimes Times, string? TransferredTo, bool Synthetic);
