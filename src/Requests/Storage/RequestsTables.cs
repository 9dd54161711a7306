using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>Columns of the module, and the indexes of all but the requests themselves. Each index is there for one list, named beside it.</summary>
internal static class RequestsTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ServiceRequest>(MapRequest);
        model.Entity<RequestTransition>(MapTransition);
        model.Entity<RequestNote>(note =>
        {
            note.ToTable("requests_notes").HasKey(n => n.Id);
            note.Property(n => n.RequestId).HasRequestId();
            note.Property(n => n.Salt).HasMaxLength(32);
            note.HasIndex(n => n.RequestId);
        });
        model.Entity<RequestDeadline>(deadline =>
        {
            deadline.ToTable("requests_deadlines").HasKey(d => d.Id);
            deadline.Property(d => d.Id).ValueGeneratedNever();
            deadline.Property(d => d.RequestId).HasRequestId();
            deadline.Property(d => d.Unit).HasMaxLength(60);
            deadline.Ignore(d => d.Running);
        });
        model.Entity<SubDispatch>(given =>
        {
            given.ToTable("requests_subdispatches").HasKey(s => s.Id);
            given.Property(s => s.Id).ValueGeneratedNever();
            given.Property(s => s.RequestId).HasRequestId();
            given.Property(s => s.From).HasMaxLength(60);
            given.Property(s => s.To).HasMaxLength(60);
            given.Property(s => s.GiverName).HasMaxLength(60);
            given.Property(s => s.TakerName).HasMaxLength(60);
            given.Ignore(s => s.Open).Ignore(s => s.Turn);
            // What a unit gave on and waits for.
            given.HasIndex(s => new { s.From, s.EndedAt });
        });
        model.Entity<CoHandling>(co =>
        {
            co.ToTable("requests_cohandlings").HasKey(c => c.Id);
            co.Property(c => c.Id).ValueGeneratedNever();
            co.Property(c => c.RequestId).HasRequestId();
            co.Property(c => c.From).HasMaxLength(60);
            co.Property(c => c.To).HasMaxLength(60);
            co.Ignore(c => c.Open);
            // What waits for a unit that helps.
            co.HasIndex(c => new { c.To, c.EndedAt });
        });
        model.Entity<UnitApplication>(asked =>
        {
            asked.ToTable("requests_applications").HasKey(a => a.Id);
            asked.Property(a => a.Id).ValueGeneratedNever();
            asked.Property(a => a.RequestId).HasRequestId();
            asked.Property(a => a.Unit).HasMaxLength(60);
            asked.Property(a => a.Reason).HasMaxLength(40);
            asked.Ignore(a => a.Void);
        });
        model.Entity<EmergencyHandover>(handover =>
        {
            handover.ToTable("requests_handovers").HasKey(h => h.Id);
            handover.Property(h => h.Id).ValueGeneratedNever();
            handover.Property(h => h.RequestId).HasRequestId();
            handover.Property(h => h.Reference).HasMaxLength(EmergencyHandover.LongestReference);
        });
        model.Entity<Supervision>(each =>
        {
            each.ToTable("requests_supervisions").HasKey(s => s.Id);
            each.Property(s => s.Id).ValueGeneratedNever();
            each.Property(s => s.RequestId).HasRequestId();
            each.Property(s => s.Unit).HasMaxLength(60);
            each.Property(s => s.ByName).HasMaxLength(60);
            each.Ignore(s => s.Open);
        });
        model.Entity<RightsClaim>(claim =>
        {
            claim.ToTable("requests_claims").HasKey(c => c.Id);
            claim.Property(c => c.Id).ValueGeneratedNever();
            claim.Property(c => c.RequestId).HasRequestId();
            claim.Ignore(c => c.Open);
        });
        model.Entity<RetentionRun>(run =>
        {
            run.ToTable("requests_retention").HasKey(r => r.Id);
            run.Property(r => r.Id).ValueGeneratedNever();
            // The newest first.
            run.HasIndex(r => r.At);
        });
        model.Entity<SameMatter>(matter =>
        {
            matter.ToTable("requests_matters").HasKey(m => m.Id);
            matter.Property(m => m.Id).ValueGeneratedNever();
            matter.Property(m => m.Title).HasMaxLength(ServiceRequest.LongestTitle);
            matter.Property(m => m.ByName).HasMaxLength(60);
        });
        model.Entity<RequestAttachment>(file =>
        {
            file.ToTable("requests_attachments").HasKey(f => f.Id);
            file.Property(f => f.RequestId).HasRequestId();
            file.Property(f => f.File).HasMaxLength(64);
            file.Property(f => f.ContentType).HasMaxLength(40);
            file.HasIndex(f => f.RequestId);
            // What is there, by its age.
            file.HasIndex(f => f.At).HasFilter("\"ErasedAt\" IS NULL");
            // What was erased of late, whose files must be gone.
            file.HasIndex(f => f.ErasedAt).HasFilter("\"ErasedAt\" IS NOT NULL");
            // Who may see a photo, and whether anything refers to it.
            file.HasIndex(f => f.File);
        });
        model.Entity<CallDraft>(draft =>
        {
            draft.ToTable("requests_call_drafts").HasKey(d => d.Id);
            draft.Property(d => d.Id).ValueGeneratedNever();
            draft.Property(d => d.AgentName).HasMaxLength(100);
            draft.HasIndex(d => new { d.AgentId, d.ChangedAt });
            draft.HasIndex(d => d.PersonId);
            draft.HasIndex(d => d.ChangedAt);
        });
        model.Entity<DeskVisit>(visit =>
        {
            visit.ToTable("requests_desk_visits").HasKey(v => new { v.RequestId, v.ActorId });
            visit.Property(v => v.RequestId).HasRequestId();
            visit.Property(v => v.ActorName).HasMaxLength(100);
            visit.HasIndex(v => v.SeenAt);
        });
        model.Entity<RequestDraft>(draft =>
        {
            draft.ToTable("requests_drafts").HasKey(d => d.Id);
            draft.Property(d => d.Id).ValueGeneratedNever();
            // Clearing drafts of yesterday.
            draft.HasIndex(d => d.ChangedAt);
        });
        model.Entity<ResidentNotice>(notice =>
        {
            notice.ToTable("requests_notices").HasKey(n => new { n.RequestId, n.Seq });
            notice.Property(n => n.RequestId).HasRequestId();
        });
        model.Entity<RequestSupport>(support =>
        {
            support.ToTable("requests_supports").HasKey(s => new { s.RequestId, s.Mark });
            support.Property(s => s.RequestId).HasRequestId();
            support.Property(s => s.Mark).HasMaxLength(64);
            // A resident's own.
            support.HasIndex(s => s.PersonId);
        });
        model.Entity<FollowedPlace>(followed =>
        {
            followed.ToTable("requests_followed").HasKey(f => f.Id);
            followed.Property(f => f.Id).ValueGeneratedNever();
            // A resident's own.
            followed.HasIndex(f => f.PersonId);
        });
        model.Entity<TextOnlyPerson>().ToTable("requests_text_only").HasKey(t => t.PersonId);
        UnitTables.Map(model);
        ReportTables.Map(model);
        model.Entity<DayCount>().ToTable("requests_daily").HasKey(d => d.Day);
        model.Entity<JournalAnchor>(anchor =>
        {
            anchor.ToTable("requests_anchors").HasKey(a => a.Id);
            anchor.Property(a => a.Hash).HasMaxLength(64);
            anchor.Property(a => a.PreviousHash).HasMaxLength(64);
            // Two processes that seal the same rows: the second is refused.
            anchor.HasIndex(a => a.FirstPosition).IsUnique();
        });
    }

    private static void MapRequest(EntityTypeBuilder<ServiceRequest> request)
    {
        request.ToTable("requests_requests").HasKey(r => r.Id);
        request.Property(r => r.Id).HasRequestId().ValueGeneratedNever();
        request.Property(r => r.Number).HasMaxLength(24);
        request.Property(r => r.Version).IsConcurrencyToken();
        request.Property(r => r.HeadHash).HasMaxLength(64);
        request.Property(r => r.QueryCodeHash).HasMaxLength(64);
        request.Property(r => r.Title).HasMaxLength(ServiceRequest.LongestTitle);
        request.Property(r => r.Category).HasMaxLength(20);
        request.Property(r => r.Area).HasMaxLength(20);
        request.Property(r => r.County).HasMaxLength(20);
        request.Property(r => r.Place).HasMaxLength(200);
        request.Property(r => r.Unit).HasMaxLength(60);
        request.Property(r => r.Holder).HasMaxLength(60);
        request.Property(r => r.CopiedTo).HasMaxLength(60);
        request.Property(r => r.AccusedUnit).HasMaxLength(60);
        request.Property(r => r.ProposedUnit).HasMaxLength(60);
        request.Property(r => r.RateToken).HasMaxLength(20);
        request.Property(r => r.SplitFrom).HasMaxLength(24);
        request
            .Ignore(r => r.NewNotes)
            .Ignore(r => r.NewTransitions)
            .Ignore(r => r.Shielded)
            .Ignore(r => r.Innermost)
            .Ignore(r => r.OwnDue)
            .Ignore(r => r.AwaitsConference)
            .Ignore(r => r.ContestUntil)
            .Ignore(r => r.ReopenUntil)
            .Ignore(r => r.CodeNumber)
            .Ignore(r => r.UndoneDueAt);
        request.HasMany(r => r.Deadlines).WithOne().HasForeignKey(d => d.RequestId);
        request.HasMany(r => r.SubDispatches).WithOne().HasForeignKey(s => s.RequestId);
        request.HasMany(r => r.CoHandlings).WithOne().HasForeignKey(c => c.RequestId);
        request.HasMany(r => r.Applications).WithOne().HasForeignKey(a => a.RequestId);
        request.HasMany(r => r.Claims).WithOne().HasForeignKey(c => c.RequestId);
        request.HasMany(r => r.Supervisions).WithOne().HasForeignKey(s => s.RequestId);
        request.HasMany(r => r.Handovers).WithOne().HasForeignKey(h => h.RequestId);
        RequestIndexes.Map(request);
    }

    private static void MapTransition(EntityTypeBuilder<RequestTransition> transition)
    {
        transition.ToTable("requests_transitions").HasKey(t => t.Position);
        transition.Property(t => t.RequestId).HasRequestId();
        transition.Property(t => t.ActorName).HasMaxLength(60);
        transition.Property(t => t.ActorUnit).HasMaxLength(60);
        transition.Property(t => t.Reason).HasMaxLength(60);
        transition.Property(t => t.NoteHash).HasMaxLength(64);
        transition.Property(t => t.PreviousHash).HasMaxLength(64);
        transition.Property(t => t.Hash).HasMaxLength(64);
        transition.HasIndex(t => new { t.RequestId, t.Seq }).IsUnique();
        transition.HasIndex(t => new { t.RequestId, t.CommandKey }).IsUnique();
        // What other programs ask for: steps since they last asked.
        transition.HasIndex(t => t.At);
        // For who counts answers again: one step in seven, with all that finds its request.
        var answering = string.Join(", ", RequestJournal.Answering.Select(action => $"'{action}'"));
        transition.HasIndex(t => new { t.At, t.RequestId }, "IX_requests_transitions_answers").HasFilter($"\"Action\" IN ({answering})");
        // For who counts work again: what was registered in a month, without all that was done in it.
        transition.HasIndex(t => new { t.At, t.RequestId }, "IX_requests_transitions_registered").HasFilter("\"Seq\" = 1");
    }

    private static PropertyBuilder<RequestId> HasRequestId(this PropertyBuilder<RequestId> property) =>
        property.HasConversion(id => id.Value, value => new RequestId(value));
}
