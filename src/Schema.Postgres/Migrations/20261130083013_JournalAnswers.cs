using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class JournalAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_requests_transitions_answers",
                table: "requests_transitions",
                columns: new[] { "At", "RequestId" },
                filter: "\"Action\" IN ('RecordCallback', 'Rate', 'CallOverdue', 'SecondHandling', 'ReferDecision')"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_requests_transitions_answers", table: "requests_transitions");
        }
    }
}
