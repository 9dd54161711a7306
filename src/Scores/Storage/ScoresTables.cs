using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>Columns and indexes of the module.</summary>
internal static class ScoresTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ScoredCallback>(callback =>
        {
            callback.ToTable("scores_callbacks").HasKey(c => new { c.RequestId, c.Month });
            callback.Property(c => c.RequestId).HasConversion(id => id.Value, value => new RequestId(value));
            callback.Property(c => c.Unit).HasMaxLength(60);
            callback.Property(c => c.Number).HasMaxLength(40);
            callback.HasIndex(c => new { c.Month, c.Unit });
        });
        model.Entity<UnitMonth>(month =>
        {
            month.ToTable("scores_months").HasKey(m => new { m.Month, m.Unit });
            month.Property(m => m.Unit).HasMaxLength(60);
            month.Ignore(m => m.Counts).Ignore(m => m.Told);
        });
        WorkTables.Map(model);
    }
}
