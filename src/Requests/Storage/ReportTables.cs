using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>日报 and 专报.</summary>
internal static class ReportTables
{
    public static void Map(ModelBuilder model) =>
        model.Entity<Report>(report =>
        {
            report.ToTable("requests_reports").HasKey(r => r.Id);
            report.Property(r => r.Id).ValueGeneratedNever();
            report.Property(r => r.Title).HasMaxLength(Report.LongestTitle);
            report.Property(r => r.Area).HasMaxLength(20);
            report.Property(r => r.Unit).HasMaxLength(60);
            report.Property(r => r.Category).HasMaxLength(20);
            report.Property(r => r.ByName).HasMaxLength(60);
            report.Property(r => r.IssuedByName).HasMaxLength(60);
            report.Property(r => r.Version).IsConcurrencyToken();
            report.Ignore(r => r.Scope);
            // The list, newest first.
            report.HasIndex(r => r.CreatedAt);
            // A day has one daily report of an area that holds, however many processes write it.
            report
                .HasIndex(r => new { r.From, r.Area }, "IX_requests_reports_daily")
                .IsUnique()
                .HasFilter("\"Kind\" = 'Daily' AND \"State\" <> 'Withdrawn'");
            // Two that are issued at once do not get one number.
            report
                .HasIndex(
                    r => new
                    {
                        r.Kind,
                        r.Year,
                        r.Issue,
                    },
                    "IX_requests_reports_number"
                )
                .IsUnique()
                .HasFilter("\"Issue\" > 0");
        });
}
