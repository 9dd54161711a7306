using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Data;
using Suiying.Programmes.Model;

namespace Suiying.Programmes.Storage;

/// <summary>Columns and indexes of the module.</summary>
internal static class ProgrammesTables
{
    private const int CodeLength = 60;

    public static void Map(ModelBuilder model)
    {
        model.Entity<Proposal>(proposal =>
        {
            proposal.ToTable("programmes_proposals").HasKey(p => p.Id);
            proposal.Property(p => p.Id).ValueGeneratedNever();
            proposal.Property(p => p.Programme).HasMaxLength(CodeLength);
            // What the finder hides may make a text longer than it was written.
            proposal.Property(p => p.Title).HasMaxLength(Proposal.LongestTitle * 2);
            proposal.Property(p => p.From).HasMaxLength(100);
            proposal.Property(p => p.Category).HasMaxLength(CodeLength);
            proposal.Property(p => p.Area).HasMaxLength(CodeLength);
            proposal.Property(p => p.ScreenedBy).HasMaxLength(100);
            proposal.Property(p => p.Revision).IsConcurrencyToken();
            proposal.Property(p => p.Screening).AsJson();
            proposal.Ignore(p => p.IsPublic);
            proposal.HasIndex(p => new { p.Programme, p.Year });
            proposal.HasIndex(p => p.PersonId);
        });
        model.Entity<Project>(project =>
        {
            project.ToTable("programmes_projects").HasKey(p => p.Id);
            project.Property(p => p.Id).ValueGeneratedNever();
            project.Property(p => p.Programme).HasMaxLength(CodeLength);
            project.Property(p => p.Title).HasMaxLength(Project.LongestTitle);
            project.Property(p => p.Owner).HasMaxLength(60);
            project.Property(p => p.Lead).HasMaxLength(CodeLength);
            project.Property(p => p.Category).HasMaxLength(CodeLength);
            project.Property(p => p.Area).HasMaxLength(CodeLength);
            project.Property(p => p.DecidedBy).HasMaxLength(200);
            project.Property(p => p.Revision).IsConcurrencyToken();
            project.Property(p => p.Plan).AsJson();
            project.Property(p => p.Progress).AsJson();
            project.Property(p => p.Score).AsJson();
            project.Ignore(p => p.Supporters).Ignore(p => p.Units).Ignore(p => p.Asks);
            project.HasMany(p => p.Steps).WithOne().HasForeignKey(s => s.ProjectId);
            project.HasMany(p => p.Milestones).WithOne().HasForeignKey(m => m.ProjectId);
            // Two that decide at once: the number goes to the first.
            project
                .HasIndex(p => new
                {
                    p.Programme,
                    p.Year,
                    p.Number,
                })
                .IsUnique();
            project.HasIndex(p => p.Theme);
            project.HasIndex(p => p.Category);
        });
        model.Entity<ProjectStep>(step =>
        {
            step.ToTable("programmes_steps").HasKey(s => new { s.ProjectId, s.Seq });
            step.Property(s => s.ActorName).HasMaxLength(100);
            step.Property(s => s.ActorUnit).HasMaxLength(CodeLength);
        });
        model.Entity<ProjectMilestone>(milestone =>
        {
            milestone.ToTable("programmes_milestones").HasKey(m => m.Id);
            milestone.Property(m => m.Id).ValueGeneratedNever();
            milestone.Property(m => m.Text).HasMaxLength(ProjectMilestone.LongestText);
            milestone.Property(m => m.Unit).HasMaxLength(CodeLength);
            milestone.Property(m => m.ReportedBy).HasMaxLength(100);
            milestone.Ignore(m => m.FileList).Ignore(m => m.Done);
        });
        model.Entity<ProjectAnswer>(answer =>
        {
            answer.ToTable("programmes_answers").HasKey(a => new { a.ProjectId, a.PersonId });
            answer.Property(a => a.Text).HasMaxLength(ProjectAnswer.LongestText * 2);
            answer.HasIndex(a => a.PersonId);
        });
        model.Entity<ProjectVote>(vote =>
        {
            vote.ToTable("programmes_votes").HasKey(v => v.Id);
            vote.Property(v => v.Id).ValueGeneratedNever();
            vote.Property(v => v.Programme).HasMaxLength(CodeLength);
            vote.Property(v => v.By).HasMaxLength(100);
            vote.Ignore(v => v.CandidateIds);
            vote.HasIndex(v => new
                {
                    v.Programme,
                    v.Year,
                    v.Round,
                })
                .IsUnique();
        });
    }
}
