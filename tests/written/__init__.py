"""Every word that we write down is written by something: one situation for each code, remark and line of the trail."""
