using Microsoft.EntityFrameworkCore;
using Suiying.OpenCity.Model;

namespace Suiying.OpenCity.Storage;

/// <summary>Columns and indexes of the module.</summary>
internal static class OpenCityTables
{
    private const int CodeLength = 60;

    public static void Map(ModelBuilder model)
    {
        model.Entity<OpenMonth>(month =>
        {
            month.ToTable("opencity_months").HasKey(m => new { m.Month, m.Revision });
            month.Property(m => m.ByName).HasMaxLength(100);
            month.Property(m => m.Reason).HasMaxLength(OpenMonth.MostReason);
        });
        model.Entity<OpenFigure>(figure =>
        {
            figure
                .ToTable("opencity_figures")
                .HasKey(f => new
                {
                    f.Month,
                    f.Area,
                    f.Category,
                });
            figure.Property(f => f.Area).HasMaxLength(CodeLength);
            figure.Property(f => f.Category).HasMaxLength(CodeLength);
            // How one area or one kind went from month to month.
            figure.HasIndex(f => new { f.Area, f.Category });
            figure.Ignore(f => f.Hides);
        });
    }
}
