using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Programmes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "programmes_answers",
                columns: table => new
                {
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Done = table.Column<bool>(type: "boolean", nullable: true),
                    Contentment = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Site = table.Column<int>(type: "integer", nullable: true),
                    Caller = table.Column<bool>(type: "boolean", nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_answers", x => new { x.ProjectId, x.PersonId });
                }
            );

            migrationBuilder.CreateTable(
                name: "programmes_projects",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Programme = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Goal = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Owner = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Lead = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Supporting = table.Column<string>(type: "text", nullable: false),
                    Category = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Area = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    DecidedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Proposal = table.Column<Guid>(type: "uuid", nullable: true),
                    Theme = table.Column<Guid>(type: "uuid", nullable: true),
                    GoesOn = table.Column<Guid>(type: "uuid", nullable: true),
                    Plan = table.Column<string>(type: "text", nullable: true),
                    StartedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Progress = table.Column<string>(type: "text", nullable: true),
                    Quality = table.Column<int>(type: "integer", nullable: true),
                    Inspected = table.Column<string>(type: "text", nullable: true),
                    Flagged = table.Column<bool>(type: "boolean", nullable: false),
                    Score = table.Column<string>(type: "text", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_projects", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "programmes_proposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Programme = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Category = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Area = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Theme = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Screening = table.Column<string>(type: "text", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: true),
                    MergedInto = table.Column<Guid>(type: "uuid", nullable: true),
                    Votes = table.Column<int>(type: "integer", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ScreenedBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_proposals", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "programmes_votes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Programme = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    Deputies = table.Column<int>(type: "integer", nullable: false),
                    Seats = table.Column<int>(type: "integer", nullable: false),
                    Candidates = table.Column<string>(type: "text", nullable: false),
                    Marks = table.Column<string>(type: "text", nullable: false),
                    Elected = table.Column<string>(type: "text", nullable: false),
                    By = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_votes", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "programmes_milestones",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Weight = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Report = table.Column<string>(type: "text", nullable: true),
                    Files = table.Column<string>(type: "text", nullable: false),
                    ReportedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReportedBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Found = table.Column<string>(type: "text", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CheckedOn = table.Column<DateOnly>(type: "date", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_milestones", x => x.Id);
                    table.ForeignKey(
                        name: "FK_programmes_milestones_programmes_projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "programmes_projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "programmes_steps",
                columns: table => new
                {
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Seq = table.Column<int>(type: "integer", nullable: false),
                    Action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ActorUnit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    RegistryVersion = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes_steps", x => new { x.ProjectId, x.Seq });
                    table.ForeignKey(
                        name: "FK_programmes_steps_programmes_projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "programmes_projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_programmes_answers_PersonId", table: "programmes_answers", column: "PersonId");

            migrationBuilder.CreateIndex(name: "IX_programmes_milestones_ProjectId", table: "programmes_milestones", column: "ProjectId");

            migrationBuilder.CreateIndex(name: "IX_programmes_projects_Category", table: "programmes_projects", column: "Category");

            migrationBuilder.CreateIndex(
                name: "IX_programmes_projects_Programme_Year_Number",
                table: "programmes_projects",
                columns: new[] { "Programme", "Year", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_programmes_projects_Theme", table: "programmes_projects", column: "Theme");

            migrationBuilder.CreateIndex(name: "IX_programmes_proposals_PersonId", table: "programmes_proposals", column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_programmes_proposals_Programme_Year",
                table: "programmes_proposals",
                columns: new[] { "Programme", "Year" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_programmes_votes_Programme_Year_Round",
                table: "programmes_votes",
                columns: new[] { "Programme", "Year", "Round" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "programmes_answers");

            migrationBuilder.DropTable(name: "programmes_milestones");

            migrationBuilder.DropTable(name: "programmes_proposals");

            migrationBuilder.DropTable(name: "programmes_steps");

            migrationBuilder.DropTable(name: "programmes_votes");

            migrationBuilder.DropTable(name: "programmes_projects");
        }
    }
}
