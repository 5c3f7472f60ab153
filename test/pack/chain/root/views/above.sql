select started from rows_view
