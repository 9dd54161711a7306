using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Suiying.Kernel.Events;

/// <summary>An event that waits for one consumer: a row that is written with the change and removed with the reaction.</summary>
public sealed class StoredEvent
{
    /// <summary>Longest <see cref="Problem"/>.</summary>
    public const int LongestProblem = 400;

    /// <summary>Order of writing, given by the database.</summary>
    public long Id { get; private set; }

    /// <summary>The same for all consumers of one event.</summary>
    public Guid EventId { get; init; }

    public string Event { get; init; } = "";

    public string Consumer { get; init; } = "";

    public string Aggregate { get; init; } = "";

    /// <summary>The event as JSON.</summary>
    public string Payload { get; init; } = "";

    /// <summary>The trace in which it happened, as W3C writes it.</summary>
    public string? Trace { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Not tried before this time.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Attempts that failed.</summary>
    public int Attempts { get; set; }

    /// <summary>Set after the last attempt: it waits for a person.</summary>
    public DateTimeOffset? DeadAt { get; set; }

    /// <summary>What the last attempt failed with.</summary>
    public string Problem { get; set; } = "";

    internal Delivery Delivery
    {
        get
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{EventId:N} {Consumer}"));
            return new Delivery(new Guid(hash.AsSpan(0, 16)), At, Attempts + 1);
        }
    }

    /// <summary>The one table of all modules' events; each module's context maps it, so that its transaction can write it.</summary>
    public static void Map(ModelBuilder model) =>
        model.Entity<StoredEvent>(row =>
        {
            row.ToTable("events_outbox").HasKey(e => e.Id);
            row.Ignore(e => e.Delivery);
            row.Property(e => e.Event).HasMaxLength(60);
            row.Property(e => e.Consumer).HasMaxLength(60);
            row.Property(e => e.Aggregate).HasMaxLength(60);
            row.Property(e => e.Trace).HasMaxLength(60);
            row.Property(e => e.Problem).HasMaxLength(LongestProblem);
            // The oldest of a consumer, and whether it is the first of its aggregate.
            row.HasIndex(e => new { e.Consumer, e.Id });
            row.HasIndex(e => new
            {
                e.Consumer,
                e.Aggregate,
                e.Id,
            });
            row.HasIndex(e => e.DeadAt);
        });
}
