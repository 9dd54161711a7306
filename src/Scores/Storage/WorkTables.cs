using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>Columns and indexes of counted work.</summary>
internal static class WorkTables
{
    public const string Rows = "scores_work_rows";

    public static void Map(ModelBuilder model)
    {
        model.Entity<UnitWork>(work =>
        {
            work.ToTable(Rows)
                .HasKey(w => new
                {
                    w.RequestId,
                    w.Turn,
                    w.Month,
                });
            work.Property(w => w.RequestId).HasConversion(id => id.Value, value => new RequestId(value));
            work.Property(w => w.Unit).HasMaxLength(60);
            work.Property(w => w.Number).HasMaxLength(40);
            work.HasIndex(w => new { w.Month, w.Unit });
            work.HasIndex(w => w.Cohort);
        });
        model.Entity<WorkMonth>(sum =>
        {
            sum.ToTable("scores_work")
                .HasKey(m => new
                {
                    m.Month,
                    m.Unit,
                    m.Figure,
                });
            sum.Property(m => m.Unit).HasMaxLength(60);
            sum.Property(m => m.Figure).HasConversion<int>();
        });
    }
}
