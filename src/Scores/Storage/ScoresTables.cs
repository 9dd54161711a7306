using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suiying.Contracts.Requests;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>Columns and indexes of the module.</summary>
internal static class ScoresTables
{
    public const string Callbacks = "scores_callbacks";

    public const string Sums = "scores_sums";

    private const int CodeLength = 60;

    public static void Map(ModelBuilder model)
    {
        model.Entity<ScoredCallback>(callback =>
        {
            callback.ToTable(Callbacks).HasKey(c => new { c.RequestId, c.Month });
            callback.Property(c => c.RequestId).HasConversion(id => id.Value, value => new RequestId(value));
            callback.Property(c => c.Unit).HasMaxLength(CodeLength);
            callback.Property(c => c.Category).HasMaxLength(CodeLength);
            callback.Property(c => c.Number).HasMaxLength(40);
            callback.HasIndex(c => new { c.Month, c.Unit });
            callback.HasIndex(c => c.At);
        });
        model.Entity<CountedMonth>().ToTable("scores_months_counted").HasKey(m => m.Month);
        model.Entity<LiveSum>(sum =>
        {
            sum.ToTable(Sums)
                .HasKey(s => new
                {
                    s.Month,
                    s.Of,
                    s.Key,
                });
            MapSum(sum);
        });
        model.Entity<Exclusion>(exclusion =>
        {
            exclusion.ToTable("scores_exclusions").HasKey(e => e.Id);
            exclusion.Property(e => e.Id).ValueGeneratedNever();
            exclusion.Property(e => e.RequestId).HasConversion(id => id.Value, value => new RequestId(value));
            exclusion.Property(e => e.Version).IsConcurrencyToken();
            exclusion.Property(e => e.Unit).HasMaxLength(CodeLength);
            exclusion.Property(e => e.Number).HasMaxLength(40);
            exclusion.Ignore(e => e.FileList).Ignore(e => e.IsOpen);
            // One answer is asked about once, unless that was withdrawn.
            exclusion.HasIndex(e => new { e.RequestId, e.Seq }).IsUnique().HasFilter($"\"State\" <> '{nameof(ExclusionState.Withdrawn)}'");
            exclusion.HasIndex(e => new { e.Month, e.Unit });
            exclusion.HasIndex(e => new { e.State, e.DecideDueAt });
        });
        model.Entity<ScoreRelease>(release =>
        {
            release.ToTable("scores_releases").HasKey(r => new { r.Month, r.Revision });
            release.Ignore(r => r.Scheme);
            release.Property(r => r.Digest).HasMaxLength(64);
            release.Property(r => r.Before).HasMaxLength(64);
        });
        model.Entity<ReleasedSum>(sum =>
        {
            sum.ToTable("scores_released")
                .HasKey(s => new
                {
                    s.Month,
                    s.Revision,
                    s.Of,
                    s.Key,
                });
            MapSum(sum);
        });
        WorkTables.Map(model);
    }

    private static void MapSum<T>(EntityTypeBuilder<T> sum)
        where T : MonthSum
    {
        sum.Property(s => s.Key).HasMaxLength(CodeLength);
        sum.HasIndex(s => new { s.Key, s.Month });
        sum.Ignore(s => s.Counts).Ignore(s => s.Told);
    }
}
